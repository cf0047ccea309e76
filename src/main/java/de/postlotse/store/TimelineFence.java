package de.postlotse.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps a node from writing into an old primary of PostgreSQL that has come back after a fail-over: each fail-over begins
 * a new timeline, and a server on an older one than this node has seen is not used. Where the store has several hosts,
 * a node that starts looks at each of them, and where one is refused, the others are tried. What was seen is kept in
 * memory, so a node that is started anew while nothing but the old primary answers takes that.
 */
@Component
class TimelineFence implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.setDataSource(new Fenced(pool));
        }
        return bean;
    }

    /** Migrations write, too: into an old primary they would be lost, and the new one would be without them. */
    @Bean
    static FlywayConfigurationCustomizer fencedMigrations(DataSource store, FlywayProperties properties) {
        return flyway -> {
            if (store instanceof HikariDataSource pool && pool.getDataSource() instanceof Fenced fenced) {
                flyway.dataSource(fenced.forMigrations(
                        Objects.requireNonNullElse(properties.getUser(), pool.getUsername()),
                        Objects.requireNonNullElse(properties.getPassword(), pool.getPassword())));
            }
        };
    }

    /** Connections to where the pool's properties lead, as far as that server is no old primary. */
    static final class Fenced extends AbstractDataSource {

        private static final Logger log = LoggerFactory.getLogger(TimelineFence.class);

        /** The name of the file that is written to begins with the timeline, in hexadecimal digits. */
        private static final String TIMELINE = """
                select case when pg_is_in_recovery() then '0'
                    else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end""";

        private static final int HEXADECIMAL = 16;

        private final HikariDataSource pool;
        private final AtomicInteger newest = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicBoolean looked = new AtomicBoolean();

        Fenced(HikariDataSource pool) {
            this.pool = pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(pool.getUsername(), pool.getPassword());
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return fenced(username, password, false);
        }

        /** For migrations, which may take their time: a statement of theirs is waited for as long as it takes. */
        DataSource forMigrations(String username, String password) {
            return new AbstractDataSource() {

                @Override
                public Connection getConnection() throws SQLException {
                    return getConnection(username, password);
                }

                @Override
                public Connection getConnection(String asUser, String withPassword) throws SQLException {
                    return fenced(asUser, withPassword, true);
                }
            };
        }

        private Connection fenced(String username, String password, boolean isPatient) throws SQLException {
            Properties properties = new Properties();
            properties.putAll(pool.getDataSourceProperties());
            if (isPatient) {
                properties.remove("socketTimeout");
            }
            if (username != null) {
                properties.setProperty("user", username);
            }
            if (password != null) {
                properties.setProperty("password", password);
            }
            if (looked.compareAndSet(false, true)) {
                lookAtEachHost(properties);
            }
            try {
                return connect(pool.getJdbcUrl(), properties);
            } catch (OldPrimaryException old) {
                return connectElsewhere(properties, old);
            }
        }

        /** The first host that answers may be the old primary; another one tells so. */
        private void lookAtEachHost(Properties properties) {
            for (String host : StoreHosts.eachOf(pool.getJdbcUrl())) {
                try (Connection connection = DriverManager.getConnection(host, properties)) {
                    newest.accumulateAndGet(timeline(connection), Math::max);
                } catch (SQLException away) {
                    // It tells nothing, as if it were not named.
                }
            }
        }

        private Connection connectElsewhere(Properties properties, OldPrimaryException old) throws SQLException {
            for (String host : StoreHosts.eachOf(pool.getJdbcUrl())) {
                try {
                    return connect(host, properties);
                } catch (SQLException away) {
                    old.addSuppressed(away);
                }
            }
            throw old;
        }

        private Connection connect(String url, Properties properties) throws SQLException {
            Connection connection = DriverManager.getConnection(url, properties);
            try {
                refuseOlder(connection);
                return connection;
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        }

        /** The pool's limit, as it sets it without this. */
        @Override
        public void setLoginTimeout(int seconds) {
            DriverManager.setLoginTimeout(seconds);
        }

        private void refuseOlder(Connection connection) throws SQLException {
            int timeline = timeline(connection);
            int known = newest.accumulateAndGet(timeline, Math::max);
            if (timeline == 0 || timeline == known) {
                return;
            }
            if (refused.getAndSet(timeline) != timeline) {
                log.error(
                        "The store answers on timeline {} after this node has seen {}: an old primary has come back."
                                + " Nothing is written into it. Take it away; after a restore start the nodes anew.",
                        timeline,
                        known);
            }
            throw new OldPrimaryException();
        }

        private static int timeline(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(TIMELINE)) {
                row.next();
                return Integer.parseUnsignedInt(row.getString(1), HEXADECIMAL);
            }
        }
    }

    private static final class OldPrimaryException extends SQLTransientConnectionException {

        private static final long serialVersionUID = 1L;

        OldPrimaryException() {
            super("an old primary has come back", "08004");
        }
    }
}
