package de.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import de.postlotse.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL fails over, and then its old primary is back. */
class TimelineFenceTests {

    @Test
    void nothingIsWrittenIntoAnOldPrimaryThatComesBack(@TempDir Path folder) throws IOException, SQLException {
        Path data = folder.resolve("data");
        TestPostgres server = TestPostgres.start(data);
        HikariDataSource pool = pool(server.firstDatabase());
        TimelineFence.Fenced node = new TimelineFence.Fenced(pool);
        node.getConnection().close();
        server.stop();
        Path old = folder.resolve("old");
        FileSystemUtils.copyRecursively(data, old);

        Files.createFile(data.resolve("standby.signal"));
        server.startAgain();
        server.sql().sql("select pg_promote()").query(Boolean.class).single();
        await().until(() -> !server.sql()
                .sql("select pg_is_in_recovery()")
                .query(Boolean.class)
                .single());
        node.getConnection().close();
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwx------"));
        TestPostgres back = TestPostgres.start(old);
        HikariDataSource oldFirst = pool(back.firstDatabase());
        oldFirst.setJdbcUrl(both(back, server));
        TimelineFence.Fenced started = new TimelineFence.Fenced(oldFirst);

        pool.setJdbcUrl(url(back));
        assertRefused(node);
        pool.setJdbcUrl(both(back, server));
        for (TimelineFence.Fenced each : List.of(node, started)) {
            try (Connection connection = each.getConnection()) {
                assertThat(connection.getMetaData().getURL())
                        .as("the new primary")
                        .contains(hostOf(url(server)))
                        .doesNotContain(hostOf(url(back)));
            }
        }
        server.stop();
        assertRefused(node);
        assertRefused(started);
        fenced(back.firstDatabase()).getConnection().close();
        back.stop();
    }

    private static void assertRefused(TimelineFence.Fenced node) {
        assertThatExceptionOfType(SQLTransientConnectionException.class)
                .isThrownBy(node::getConnection)
                .satisfies(
                        refusal -> assertThat(StoreFailure.isPassing(refusal)).isTrue());
    }

    private static String both(TestPostgres first, TestPostgres second) {
        return url(second).replace(hostOf(url(second)), hostOf(url(first)) + "," + hostOf(url(second)))
                + "?targetServerType=primary";
    }

    private static String url(TestPostgres server) {
        return Objects.requireNonNull(server.firstDatabase().get("spring.datasource.url"));
    }

    private static String hostOf(String url) {
        return url.replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1");
    }

    private static TimelineFence.Fenced fenced(Map<String, String> properties) {
        return new TimelineFence.Fenced(pool(properties));
    }

    private static HikariDataSource pool(Map<String, String> properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(properties.get("spring.datasource.url"));
        pool.setUsername(properties.get("spring.datasource.username"));
        pool.setPassword(properties.get("spring.datasource.password"));
        return pool;
    }
}
