package de.postlotse.web;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are kept in the store, so that any node serves any request. */
@Configuration
class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private static final String SET_ATTRIBUTE_IN_H2 =
            "merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) values (?, ?, ?)";

    /** What another version of the application wrote and this one cannot read is not there: one logs in again. */
    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new Reader());
        return conversion;
    }

    /** Two requests of one session may set the same attribute at the same moment. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesAreSetOnce(DataSource store)
            throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(store, metaData -> metaData.getDatabaseProductName());
        return DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(SET_ATTRIBUTE_IN_H2);
    }

    private static final class Reader implements Converter<byte[], @Nullable Object> {

        private final DeserializingConverter reader = new DeserializingConverter(Sessions.class.getClassLoader());

        @Override
        public @Nullable Object convert(byte[] bytes) {
            try {
                return reader.convert(bytes);
            } catch (SerializationFailedException e) {
                log.info("What a session holds cannot be read and is ignored: {}", e.getMessage());
                return null;
            }
        }
    }
}
