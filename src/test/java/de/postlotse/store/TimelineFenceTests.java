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
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL fails over, and then its old primary is back. */
class TimelineFenceTests {

    @Test
    void nothingIsWrittenIntoAnOldPrimaryThatComesBack(@TempDir Path folder) throws IOException, SQLException {
        Path data = folder.resolve("data");
        TestPostgres server = TestPostgres.start(data);
        TimelineFence.Fenced node = fenced(server.firstDatabase());
        node.getConnection().close();
        server.stop();
        Path old = folder.resolve("old");
        FileSystemUtils.copyRecursively(data, old);

        Files.createFile(data.resolve("standby.signal"));
        server.startAgain();
        server.sql().sql("select pg_promote()").query(Boolean.class).single();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !server.sql()
                        .sql("select pg_is_in_recovery()")
                        .query(Boolean.class)
                        .single());
        node.getConnection().close();
        TimelineFence.Fenced started = fenced(server.firstDatabase());
        server.stop();

        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.copyRecursively(old, data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        server.startAgain();
        assertThatExceptionOfType(SQLTransientConnectionException.class)
                .isThrownBy(node::getConnection)
                .satisfies(
                        refusal -> assertThat(StoreFailure.isPassing(refusal)).isTrue());
        started.getConnection().close();
        server.stop();
    }

    private static TimelineFence.Fenced fenced(Map<String, String> properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(properties.get("spring.datasource.url"));
        pool.setUsername(properties.get("spring.datasource.username"));
        pool.setPassword(properties.get("spring.datasource.password"));
        return new TimelineFence.Fenced(pool);
    }
}
