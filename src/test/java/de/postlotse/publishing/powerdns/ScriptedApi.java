package de.postlotse.publishing.powerdns;

import de.postlotse.testing.Io;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a socket that answers like PowerDNS would if it, or the way to it, were out of order. */
final class ScriptedApi implements AutoCloseable {

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private ScriptedApi(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedApi with(Script script) {
        return Io.get(() -> new ScriptedApi(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script));
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** What has come in so far. */
    List<Request> requests() {
        return requests;
    }

    long patches() {
        return requests.stream().filter(Request::isPatch).count();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            Request request = Request.read(socket.getInputStream());
            requests.add(request);
            script.answer(request).send(socket);
        } catch (IOException gone) {
            // The client has had enough.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    interface Script {
        Answer answer(Request request);
    }

    /** What happens to a connection. */
    @FunctionalInterface
    interface Answer {

        void send(Socket socket) throws IOException;

        static Answer of(int status, String body) {
            return socket -> {
                socket.getOutputStream().write(head(status, body));
                socket.close();
            };
        }

        static Answer of(int status) {
            return of(status, "");
        }

        static Answer redirect(String target) {
            return socket -> {
                String head =
                        "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                socket.close();
            };
        }

        static Answer silence() {
            return socket -> {};
        }

        static Answer reset() {
            return socket -> {
                socket.setSoLinger(true, 0);
                socket.close();
            };
        }

        /** Begins to answer, and then resets the connection. */
        static Answer half(String body) {
            return socket -> {
                byte[] all = head(200, body);
                socket.getOutputStream().write(all, 0, all.length - body.length() / 2);
                socket.getOutputStream().flush();
                reset().send(socket);
            };
        }

        /** Begins to answer, and then says no more. */
        static Answer stall(String body) {
            return socket -> {
                byte[] all = head(200, body);
                socket.getOutputStream().write(all, 0, all.length - body.length() / 2);
                socket.getOutputStream().flush();
            };
        }

        private static byte[] head(int status, String body) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            return ("HTTP/1.1 " + status
                            + " Said\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                            + content.length + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What was asked. */
    record Request(String line, String head, String body) {

        boolean isPatch() {
            return line.startsWith("PATCH ");
        }

        private static Request read(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("ended within the head");
                }
                head.append((char) next);
            }
            String text = head.toString();
            int length = text.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                    .map(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return new Request(text.lines().findFirst().orElse(""), text, body);
        }
    }
}
