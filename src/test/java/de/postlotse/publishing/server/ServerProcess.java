package de.postlotse.publishing.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.postlotse.testing.Io;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The process of a real name server that a test has started: it can be stopped, killed and paused. */
public class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> command;
    private final Path folder;
    private final InetSocketAddress address;
    private final BooleanSupplier answers;
    private @Nullable Process process;

    /**
     * @param command the program with its arguments; it has to stay in the foreground
     * @param folder where it works and where its output goes
     * @param answers whether it is ready
     */
    protected ServerProcess(List<String> command, Path folder, InetSocketAddress address, BooleanSupplier answers) {
        this.command = List.copyOf(command);
        this.folder = folder;
        this.address = address;
        this.answers = answers;
    }

    /** One that is ready once it answers for all zones. */
    public static ServerProcess of(List<String> command, Path folder, InetSocketAddress address, Set<String> zones) {
        return new ServerProcess(
                command, folder, address, () -> zones.stream().allMatch(zone -> answersFor(address, zone)));
    }

    /** The path of an installed program; where it is not there, the test is skipped and says so. */
    public static String program(String name, String debianPackage) {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), () -> name + " is not installed (Debian package " + debianPackage + ")");
        return found.orElseThrow().toString();
    }

    public InetSocketAddress address() {
        return address;
    }

    /** Starts it and returns once it answers. */
    public void start() {
        process = Io.get(() -> new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start());
        Runtime.getRuntime().addShutdownHook(new Thread(running()::destroyForcibly));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("it ended: " + Files.readString(log()));
            }
            return answers.getAsBoolean();
        });
    }

    /** Asks it to end and waits until it has. */
    public void stop() {
        running().destroy();
        waitForEnd();
    }

    @Override
    public void close() {
        kill();
    }

    /** {@code kill -9}. */
    public void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
            waitForEnd();
        }
    }

    /** Keeps it from doing anything, its sockets included, until it is resumed. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder(
                            "kill", "-" + name, Long.toString(running().pid()))
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("cannot send " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void waitForEnd() {
        running().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Process running() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("never started");
        }
        return current;
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static boolean answersFor(InetSocketAddress address, String zone) {
        SimpleResolver resolver = new SimpleResolver(address);
        resolver.setTimeout(Duration.ofSeconds(1));
        try {
            Message query = Message.newQuery(Record.newRecord(Name.fromString(zone, Name.root), Type.SOA, DClass.IN));
            return resolver.send(query).getHeader().getFlag(Flags.AA);
        } catch (IOException e) {
            return false;
        }
    }
}
