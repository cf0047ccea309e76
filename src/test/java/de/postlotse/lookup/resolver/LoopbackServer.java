package de.postlotse.lookup.resolver;

import de.postlotse.testing.Io;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Takes DNS messages over UDP and TCP on one free port of the loopback interface. */
final class LoopbackServer implements AutoCloseable {

    private static final int MOST_BIND_ATTEMPTS = 50;
    private static final int LARGEST = 65_535;

    private final Handler handler;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    /** Makes the answer to a query; a future that never completes is silence. */
    @FunctionalInterface
    interface Handler {

        CompletableFuture<byte[]> answer(byte[] query, boolean overTcp) throws IOException;
    }

    private LoopbackServer(Handler handler, int port) throws IOException {
        this.handler = handler;
        this.tcp = new ServerSocket();
        this.udp = bindToSamePort(tcp, port);
    }

    static LoopbackServer start(Handler handler) {
        return start(handler, 0);
    }

    /** @param port 0 for one that is free */
    static LoopbackServer start(Handler handler, int port) {
        try {
            LoopbackServer server = new LoopbackServer(handler, port);
            Thread.ofPlatform().daemon().name("scripted-dns-udp").start(server::serveUdp);
            Thread.ofPlatform().daemon().name("scripted-dns-tcp").start(server::serveTcp);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    int port() {
        return tcp.getLocalPort();
    }

    @Override
    public void close() {
        udp.close();
        Io.run(() -> tcp.close());
    }

    private void serveUdp() {
        byte[] buffer = new byte[LARGEST];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
                SocketAddress client = packet.getSocketAddress();
                handler.answer(Arrays.copyOf(buffer, packet.getLength()), false)
                        .thenAccept(bytes -> sendUdp(bytes, client));
            } catch (IOException e) {
                // Closed, or not a DNS message
            }
        }
    }

    private void sendUdp(byte[] bytes, SocketAddress client) {
        try {
            udp.send(new DatagramPacket(bytes, bytes.length, client));
        } catch (IOException e) {
            // Nobody waits any more
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // Closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (!tcp.isClosed()) {
                byte[] query = in.readNBytes(in.readUnsignedShort());
                handler.answer(query, true).thenAccept(bytes -> sendTcp(bytes, out));
            }
        } catch (IOException e) {
            // The client hung up
        }
    }

    private static void sendTcp(byte[] bytes, DataOutputStream out) {
        synchronized (out) {
            try {
                out.writeShort(bytes.length);
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                // Nobody waits any more
            }
        }
    }

    private static DatagramSocket bindToSamePort(ServerSocket tcp, int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int attempt = 0; attempt < MOST_BIND_ATTEMPTS; attempt++) {
            DatagramSocket udp = new DatagramSocket(port, loopback);
            try {
                tcp.bind(new InetSocketAddress(loopback, udp.getLocalPort()));
                return udp;
            } catch (IOException e) {
                udp.close();
            }
        }
        throw new IOException("no port is free for both UDP and TCP");
    }
}
