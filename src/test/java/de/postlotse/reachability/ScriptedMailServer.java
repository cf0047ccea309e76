package de.postlotse.reachability;

import de.postlotse.testing.Io;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A mail server on a free port of the loopback interface that does what a test wants, and keeps what it is told. */
public final class ScriptedMailServer implements AutoCloseable {

    /** What it does with a connection. */
    interface Script {
        void serve(Socket connection) throws IOException;
    }

    private final ServerSocket listener;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private ScriptedMailServer(@Nullable Script script) {
        listener = Io.get(() -> new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Script scriptOrPolite = script == null ? connection -> talk(connection, null) : script;
        Thread.ofPlatform().daemon().name("scripted-mail-server").start(() -> accept(scriptOrPolite));
    }

    static ScriptedMailServer doing(Script script) {
        return new ScriptedMailServer(script);
    }

    /** Says something and waits to be left. */
    public static ScriptedMailServer saying(String text) {
        return doing(connection -> {
            write(connection, text);
            connection.getInputStream().readAllBytes();
        });
    }

    /** A proper mail server without encryption. */
    public static ScriptedMailServer plain() {
        return new ScriptedMailServer(null);
    }

    /** A proper mail server with a certificate that it made itself. */
    public static ScriptedMailServer encrypting() {
        try {
            Path folder = Files.createTempDirectory("certificate");
            try {
                return encrypting(TestAuthority.serverSide(new TestAuthority(folder).issue("mail.example")));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A proper mail server with a certificate. */
    static ScriptedMailServer encrypting(SSLContext keys) {
        ScriptedMailServer[] self = new ScriptedMailServer[1];
        self[0] = new ScriptedMailServer(connection -> self[0].talk(connection, keys));
        return self[0];
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** All commands so far. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        Io.run(() -> listener.close());
    }

    static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept(Script script) {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                Thread.ofVirtual().start(() -> serve(script, connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Script script, Socket connection) {
        try (connection) {
            script.serve(connection);
        } catch (IOException gone) {
            // Whoever asked has heard enough.
        }
    }

    private void talk(Socket connection, @Nullable SSLContext keys) throws IOException {
        write(connection, "220 mail.example ESMTP\r\n");
        // One octet at a time: what follows STARTTLS belongs to the encryption.
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII), 1);
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            heard.add(command);
            if (command.startsWith("EHLO")) {
                write(connection, "250-mail.example\r\n" + (keys == null ? "" : "250-STARTTLS\r\n") + "250 HELP\r\n");
            } else if (command.equals("STARTTLS") && keys != null) {
                write(connection, "220 Go ahead\r\n");
                encrypted(connection, keys);
                return;
            } else {
                write(connection, "221 Bye\r\n");
                return;
            }
        }
    }

    private void encrypted(Socket connection, SSLContext keys) throws IOException {
        try (SSLSocket socket = (SSLSocket) keys.getSocketFactory().createSocket(connection, null, false)) {
            socket.setUseClientMode(false);
            BufferedReader commands =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                heard.add("encrypted " + command);
            }
        }
    }
}
