package de.postlotse.reachability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
final class EximDaemon implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/exim4");

    /** Without a certificate of its own Exim makes one. */
    private static final String CONFIGURATION = """
            primary_hostname = mail.exim.example
            keep_environment =
            spool_directory = FOLDER/spool
            log_file_path = FOLDER/%slog
            pid_file_path = FOLDER/exim.pid
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = PORT
            tls_advertise_hosts = ADVERTISE
            acl_smtp_connect = CONNECT
            begin acl
            welcome:
              accept
            unwelcome:
              deny message = We do not know you
            """;

    private final Path folder;
    private final Process process;
    private final int port;

    private EximDaemon(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static EximDaemon encrypting() throws IOException {
        return start("*", "welcome");
    }

    static EximDaemon withoutEncryption() throws IOException {
        return start("", "welcome");
    }

    static EximDaemon refusing() throws IOException {
        return start("*", "unwelcome");
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What it wrote down, an empty text where there was nothing worth it. */
    String log() throws IOException {
        Path log = folder.resolve("mainlog");
        return Files.isReadable(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static EximDaemon start(String advertise, String connect) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Exim: " + PROGRAM + " is not installed");
        int port = freePort();
        // Exim becomes another user and has to find its way through.
        Path folder = Files.createTempDirectory(
                "exim", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path configuration = Files.writeString(
                folder.resolve("exim.conf"),
                CONFIGURATION
                        .replace("FOLDER", folder.toString())
                        .replace("PORT", Integer.toString(port))
                        .replace("ADVERTISE", advertise)
                        .replace("CONNECT", connect));
        List<String> command = new ArrayList<>(isRoot() ? List.of() : List.of("sudo", "-n"));
        command.addAll(List.of(PROGRAM.toString(), "-C", configuration.toString(), "-bdf"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        EximDaemon exim = new EximDaemon(folder, process, port);
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive() || exim.listens());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("said")) + exim.log());
        }
        return exim;
    }

    private boolean listens() {
        try (Socket connection = new Socket()) {
            connection.connect(address());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return port.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
