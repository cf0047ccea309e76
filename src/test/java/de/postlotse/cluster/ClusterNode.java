package de.postlotse.cluster;

import static org.awaitility.Awaitility.await;

import de.postlotse.Postlotse;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.FreePorts;
import de.postlotse.testing.Io;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A node of the application as a process of its own, on a port that it keeps over restarts. */
public final class ClusterNode implements AutoCloseable {

    public static final String ADMIN = "chefin";
    public static final String PASSWORD = "nur-fuer-diesen-Test";

    private static final Duration START = Duration.ofMinutes(4);

    private final Path log;
    private final int port;
    private final List<String> jvmOptions;
    private final List<String> properties;
    private volatile @Nullable Process process;

    public ClusterNode(Path log, List<String> jvmOptions, List<String> properties) {
        this.log = log;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.port = FreePorts.next();
        this.properties = List.copyOf(properties);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    public void start() {
        List<String> command = new ArrayList<>(List.of(
                String.join(File.separator, System.getProperty("java.home"), "bin", "java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx400m"));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Postlotse.class.getName(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--postlotse.first-admin.username=" + ADMIN,
                "--postlotse.first-admin.password=" + PASSWORD));
        properties.forEach(property -> command.add("--" + property));
        process = Io.get(() -> new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    public void awaitReady() {
        await().atMost(START).until(this::isReady);
    }

    private boolean isReady() {
        Process current = process;
        if (current == null || !current.isAlive()) {
            throw new IllegalStateException("the node ended:\n" + log());
        }
        try {
            return ApiCaller.anonymous(base()).get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    String log() {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 6_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the log tells of errors, each with the beginning of its stack trace. */
    String errors() {
        try {
            List<String> lines = Files.readAllLines(log);
            return IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).contains(" ERROR "))
                    .boxed()
                    .flatMap(line -> lines.subList(line, Math.min(line + 60, lines.size())).stream())
                    .filter(line ->
                            line.contains(" ERROR ") || line.contains("Exception") || line.contains("postlotse"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
            current.onExit().orTimeout(120, TimeUnit.SECONDS).join();
        }
    }

    /** The process, to be paused and resumed. */
    long pid() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return current.pid();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    ApiCaller api() {
        return ApiCaller.anonymous(base()).as(ADMIN, PASSWORD);
    }

    @Override
    public void close() {
        kill();
    }
}
