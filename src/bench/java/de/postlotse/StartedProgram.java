package de.postlotse;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that serves pages, started as its users start it, with what the operating system knows of it. */
final class StartedProgram implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final URI base;
    private final Duration untilFirstPage;

    private StartedProgram(Process process, URI base, Duration untilFirstPage) {
        this.process = process;
        this.base = base;
        this.untilFirstPage = untilFirstPage;
    }

    /**
     * Starts a program and waits for its first page.
     *
     * @param command what is executed; {@code PORT} in an argument is the port
     */
    static StartedProgram start(List<String> command, Map<String, String> environment, int port, String page, Path log)
            throws IOException {
        URI base = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("ended: " + Files.readString(log));
                    }
                    return answers(base.resolve(page));
                });
        return new StartedProgram(process, base, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean answers(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(30_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI base() {
        return base;
    }

    Duration untilFirstPage() {
        return untilFirstPage;
    }

    /** Processor time so far, of all threads. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** What it holds of the machine's memory, in MB. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new IllegalStateException("no such process", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
