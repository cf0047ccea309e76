package de.postlotse;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application as a process of its own, which can be killed; it tells its ports in its log. */
final class PostlotseProcess {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Pattern DNS_PORT = Pattern.compile("Embedded name server answers on \\S+ port (\\d+)");
    private static final Pattern HTTP_PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;

    private PostlotseProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts on free ports, with its data below the folder. */
    static PostlotseProcess start(Path folder) {
        try {
            Path masters = folder.resolve("masters");
            if (Files.notExists(masters)) {
                TestZones.write(masters, 1);
            }
            Path log = Files.createTempFile(folder, "postlotse", ".log");
            Process process = new ProcessBuilder(command(folder, masters))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new PostlotseProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path folder, Path masters) {
        return List.of(
                String.join(File.separator, System.getProperty("java.home"), "bin", "java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Postlotse.class.getName(),
                "--server.port=0",
                "--db-scheduler.heartbeat-interval=1s", // the work of one that was killed is missed sooner
                "--postlotse.embedded-name-server.port=0",
                "--postlotse.embedded-name-server.zone-directory=" + masters,
                "--postlotse.data-directory=" + folder.resolve("data"));
    }

    void awaitNameServer() {
        awaitPort(DNS_PORT);
    }

    /** Waits until requests can be served. */
    void awaitReady() {
        awaitPort(HTTP_PORT);
        await().atMost(START)
                .until(() -> ApiCaller.anonymous(base())
                        .get("/actuator/health")
                        .body()
                        .contains("UP"));
    }

    Dig dig() {
        return new Dig(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(DNS_PORT)));
    }

    ApiCaller api(String username) {
        return ApiCaller.anonymous(base()).as(username, RunningPostlotse.PASSWORD);
    }

    Visitor visitor(String username) {
        return new Visitor(base()).logIn(username, RunningPostlotse.PASSWORD);
    }

    /** At once, without a chance to clean up (SIGKILL). */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("cannot be killed: " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Warnings and errors of its log. */
    String complaints() {
        return log().lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .collect(Collectors.joining("\n"));
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port(HTTP_PORT));
    }

    private void awaitPort(Pattern port) {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> find(port).isPresent() || !process.isAlive());
        port(port);
    }

    private int port(Pattern line) {
        return find(line).orElseThrow(() -> new AssertionError("did not start:\n" + log()));
    }

    private Optional<Integer> find(Pattern line) {
        Matcher found = line.matcher(log());
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
