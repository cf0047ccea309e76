package de.postlotse.testing;

import static org.awaitility.Awaitility.await;

import de.postlotse.Postlotse;
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
import java.util.stream.Stream;

/** The application as a process of its own, which can be killed; it tells its ports in its log. */
public final class PostlotseProcess {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern DNS_PORT = Pattern.compile("Embedded name server answers on \\S+ port (\\d+)");
    private static final Pattern HTTP_PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;

    private PostlotseProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts on free ports, with its data below the folder. */
    public static PostlotseProcess start(Path folder) {
        return start(folder, List.of());
    }

    /** Starts on a disk that is nearly full: no file grows beyond so many KiB. */
    public static PostlotseProcess startOnFullDisk(Path folder, long mostKib) {
        return start(folder, List.of("bash", "-c", "ulimit -f " + mostKib + "; exec \"$@\"", "bash"));
    }

    private static PostlotseProcess start(Path folder, List<String> launcher) {
        try {
            Path masters = folder.resolve("masters");
            if (Files.notExists(masters)) {
                TestZones.write(masters, 1);
            }
            Path log = Files.createTempFile(folder, "postlotse", ".log");
            Process process = new ProcessBuilder(Stream.concat(launcher.stream(), command(folder, masters).stream())
                            .toList())
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
                "--logging.level.org.springframework.boot.tomcat=info", // says the port
                "--db-scheduler.heartbeat-interval=2s", // the work of one that was killed is missed sooner
                "--postlotse.dns.checks-per-minute=1000000", // one caller makes all edits
                "--postlotse.embedded-name-server.port=0",
                "--postlotse.embedded-name-server.zone-directory=" + masters,
                "--postlotse.data-directory=" + folder.resolve("data"));
    }

    public void awaitNameServer() {
        awaitPort(DNS_PORT);
    }

    /** Waits until requests can be served. */
    public void awaitReady() {
        awaitPort(HTTP_PORT);
        await().atMost(START)
                .until(() -> ApiCaller.anonymous(base())
                        .get("/actuator/health")
                        .body()
                        .contains("UP"));
    }

    public Dig dig() {
        return new Dig(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(DNS_PORT)));
    }

    public ApiCaller api(String username) {
        return ApiCaller.anonymous(base()).as(username, RunningPostlotse.PASSWORD);
    }

    public Visitor visitor(String username) {
        return new Visitor(base()).logIn(username, RunningPostlotse.PASSWORD);
    }

    /** At once, without a chance to clean up (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("cannot be killed: " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end (SIGTERM), and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd(Duration.ofMinutes(2));
    }

    /** Waits for it to end by itself. */
    public void awaitEnd(Duration atMost) {
        await().atMost(atMost).until(() -> !process.isAlive());
    }

    /** Warnings and errors of its log. */
    public String complaints() {
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

    /** All that it has written. */
    public String log() {
        return Io.get(() -> Files.readString(log));
    }
}
