package de.postlotse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL: one for all tests of this JVM, or one of a test's own that can be restarted. */
final class TestPostgres {

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
    static TestPostgres start(Path folder) {
        return new TestPostgres(folder, freePort());
    }

    void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        running = launch(folder, port);
    }

    /** The properties by which an application uses a new, empty database. */
    Map<String, String> newDatabase() {
        return newDatabase(running);
    }

    /** The same in the server that all tests share. */
    static Map<String, String> sharedDatabase() {
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
        return Map.of(
                "spring.datasource.url", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres");
    }

    private static EmbeddedPostgres launch(Path folder, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Shared {

        private static final EmbeddedPostgres SERVER = launch();

        private static EmbeddedPostgres launch() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
