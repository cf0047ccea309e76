package de.postlotse.notice;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.FileSystemUtils;

/** Debian's Exim, which takes mail for anybody but {@code unbekannt} and puts it into a file. */
final class EximInbox implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/exim4");

    private static final String CONFIGURATION = """
            primary_hostname = mail.exim.example
            keep_environment =
            spool_directory = FOLDER/spool
            log_file_path = FOLDER/%slog
            pid_file_path = FOLDER/exim.pid
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = PORT
            tls_advertise_hosts =
            deliver_drop_privilege = true
            acl_smtp_rcpt = recipients
            begin acl
            recipients:
              deny local_parts = unbekannt
                   message = We do not know that one
              accept
            begin routers
            everybody:
              driver = accept
              transport = inbox
            begin transports
            inbox:
              driver = appendfile
              file = FOLDER/inbox
              mode = 0644
              user = Debian-exim
            """;

    private final Path folder;
    private final Process process;
    private final int port;

    private EximInbox(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static EximInbox start() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no Exim: " + PROGRAM + " is not installed");
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory(
                    "exim", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path configuration = Files.writeString(
                    folder.resolve("exim.conf"),
                    CONFIGURATION.replace("FOLDER", folder.toString()).replace("PORT", Integer.toString(port)));
            List<String> command = new ArrayList<>(isRoot() ? List.of() : List.of("sudo", "-n"));
            command.addAll(List.of(PROGRAM.toString(), "-C", configuration.toString(), "-bdf"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            EximInbox exim = new EximInbox(folder, process, port);
            await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive() || exim.listens());
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("said")));
            }
            return exim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaMailSenderImpl sender() {
        return sender(port);
    }

    /** One that finds nobody listening. */
    static JavaMailSenderImpl senderToNobody() {
        try {
            return sender(freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails to an address, once there are as many. */
    List<MimeMessage> awaitMails(String to, int count) {
        return await().atMost(Duration.ofSeconds(15)).until(() -> mails(to), mails -> mails.size() == count);
    }

    /** The mails to an address that are there already. */
    List<MimeMessage> mails(String to) {
        Path inbox = folder.resolve("inbox");
        try {
            String all = Files.isReadable(inbox) ? Files.readString(inbox) : "";
            return Stream.of(all.split("(?m)^From .*\\R"))
                    .filter(text -> text.contains("\nTo: " + to))
                    .map(EximInbox::mail)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage mail(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private boolean listens() {
        try (Socket connection = new Socket()) {
            connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
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
