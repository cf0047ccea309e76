package de.postlotse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with its data in a folder of the test; it can be restarted. */
final class ClusterStore implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    private ClusterStore(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static ClusterStore start(Path folder) {
        ClusterStore store = new ClusterStore(folder, freePort());
        store.start();
        return store;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        try {
            running = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        EmbeddedPostgres current = running;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<String> properties() {
        return List.of(
                "spring.profiles.active=postgresql",
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres");
    }

    JdbcClient sql() {
        EmbeddedPostgres current = running;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return JdbcClient.create(current.getPostgresDatabase());
    }

    @Override
    public void close() {
        stop();
    }
}
