package de.postlotse.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL: one for all tests of this JVM, or one of a test's own that can be restarted. */
public final class TestPostgres {

    private static final AtomicInteger LAST_DATABASE = new AtomicInteger();

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    private TestPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.running = launch(folder, port);
    }

    /** Started with its data in the folder, on a port that it keeps. */
    public static TestPostgres start(Path folder) {
        return new TestPostgres(folder, FreePorts.next());
    }

    public void stop() {
        Io.run(() -> running.close());
    }

    public void startAgain() {
        running = launch(folder, port);
    }

    /** The properties by which an application uses a new, empty database. */
    public Map<String, String> newDatabase() {
        return newDatabase(running);
    }

    /** The properties by which an application uses the database that is there from the start. */
    public Map<String, String> firstDatabase() {
        return properties(running, "postgres");
    }

    /** Asks that database. */
    public JdbcClient sql() {
        return JdbcClient.create(running.getPostgresDatabase());
    }

    /** The same in the server that all tests share. */
    public static Map<String, String> sharedDatabase() {
        return newDatabase(Shared.SERVER);
    }

    private static Map<String, String> newDatabase(EmbeddedPostgres server) {
        String name = "postlotse" + LAST_DATABASE.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return properties(server, name);
    }

    private static Map<String, String> properties(EmbeddedPostgres server, String name) {
        return Map.of(
                "spring.datasource.url", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres");
    }

    private static EmbeddedPostgres launch(Path folder, int port) {
        return Io.get(() -> EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "200")
                .start());
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Shared {

        private static final EmbeddedPostgres SERVER = launch();

        private static EmbeddedPostgres launch() {
            return Io.get(() -> EmbeddedPostgres.start());
        }
    }
}
