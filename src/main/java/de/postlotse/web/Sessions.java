package de.postlotse.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.support.SerializingConverter;

/** Sessions live in the store. What a newer version cannot read any more means a log-in, not an error. */
@Configuration
class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** By this name Spring Session finds it. */
    @Bean
    GenericConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        DefaultDeserializer deserializer = new DefaultDeserializer();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(
                byte[].class, Object.class, (Converter<byte[], Object>) bytes -> read(deserializer, bytes));
        return conversions;
    }

    private static Object read(DefaultDeserializer deserializer, byte[] bytes) {
        try (InputStream stream = new ByteArrayInputStream(bytes)) {
            return deserializer.deserialize(stream);
        } catch (IOException | RuntimeException e) {
            log.warn("an attribute of a session cannot be read any more: {}", e.toString());
            return Unreadable.ATTRIBUTE;
        }
    }

    /** Stands for what could not be read; nobody asks for a type like this. */
    private enum Unreadable {
        ATTRIBUTE
    }
}
