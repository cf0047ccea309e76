package de.postlotse.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.FileSystemUtils;

/** Debian's Exim, listening on a port of the loopback interface. */
public final class EximDaemon implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/exim4");

    private static final String CONFIGURATION = """
            primary_hostname = mail.exim.example
            keep_environment =
            spool_directory = FOLDER/spool
            log_file_path = FOLDER/%slog
            pid_file_path = FOLDER/exim.pid
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = PORT
            """;

    private final Path folder;
    private final Process process;
    private final InetSocketAddress address;

    private EximDaemon(Path folder, Process process, InetSocketAddress address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it, or skips the test where it is not installed.
     *
     * @param settings further lines of its configuration, in which FOLDER stands for its folder
     */
    public static EximDaemon start(String settings) {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Exim: " + PROGRAM + " is not installed");
        try {
            InetSocketAddress address = FreePorts.nextAddress();
            // Exim becomes another user and has to find its way through.
            Path folder = Files.createTempDirectory(
                    "exim", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path configuration = Files.writeString(
                    folder.resolve("exim.conf"),
                    (CONFIGURATION + settings)
                            .replace("FOLDER", folder.toString())
                            .replace("PORT", Integer.toString(address.getPort())));
            boolean root = System.getProperty("user.name").equals("root");
            List<String> command = new ArrayList<>(root ? List.of() : List.of("sudo", "-n"));
            command.addAll(List.of(PROGRAM.toString(), "-C", configuration.toString(), "-bdf"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            EximDaemon exim = new EximDaemon(folder, process, address);
            await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || exim.listens());
            if (!process.isAlive()) {
                throw new IllegalStateException(exim.read("said") + exim.read("mainlog"));
            }
            return exim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /** A file of its folder, such as {@code mainlog}; an empty text where there was nothing to be written. */
    public String read(String name) {
        Path file = folder.resolve(name);
        return Io.get(() -> Files.isReadable(file) ? Files.readString(file) : "");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        Io.run(() -> FileSystemUtils.deleteRecursively(folder));
    }

    private boolean listens() {
        try (Socket connection = new Socket()) {
            connection.connect(address);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
