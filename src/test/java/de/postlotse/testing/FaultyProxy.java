package de.postlotse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between the application and a name server, on a port of its own for UDP and TCP, and does to their
 * conversations what networks and dying servers do.
 */
public final class FaultyProxy implements AutoCloseable {

    /** What happens to conversations over TCP; UDP passes unless the server is silent. */
    public enum Fault {
        NONE,
        /** Connections are accepted, and nothing ever comes back. */
        SILENT,
        /** Each answer takes half a second. */
        SLOW,
        /** What was asked is done, and the answer is lost. */
        LOSE_REPLY,
        /** The connection is reset in the middle of the answer. */
        RESET
    }

    private static final long SLOWNESS_NANOS = 500_000_000;
    private static final int LARGEST = 65_537;

    private final InetSocketAddress server;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    private FaultyProxy(InetSocketAddress server, ServerSocket tcp, DatagramSocket udp) {
        this.server = server;
        this.tcp = tcp;
        this.udp = udp;
        Thread.ofVirtual().start(this::acceptAll);
        Thread.ofVirtual().start(this::forwardDatagrams);
    }

    public static FaultyProxy before(InetSocketAddress server) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                ServerSocket tcp = new ServerSocket(0, 50, loopback);
                try {
                    return new FaultyProxy(server, tcp, new DatagramSocket(tcp.getLocalPort(), loopback));
                } catch (SocketException takenForUdp) {
                    tcp.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no port is free for UDP and TCP");
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    /** From now on, also for connections that are open. */
    public void set(Fault newFault) {
        fault = newFault;
    }

    private void acceptAll() {
        while (!tcp.isClosed()) {
            try {
                Socket client = tcp.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                Socket upstream = new Socket(server.getAddress(), server.getPort())) {
            open.add(upstream);
            Thread answers = Thread.ofVirtual().start(() -> passAnswers(upstream, client));
            copyQuestions(client.getInputStream(), upstream.getOutputStream());
            answers.join();
        } catch (IOException ended) {
            // One of the two has gone: so has the conversation.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyQuestions(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[LARGEST];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (fault != Fault.SILENT) {
                to.write(buffer, 0, read);
            }
        }
    }

    private void passAnswers(Socket upstream, Socket client) {
        byte[] buffer = new byte[LARGEST];
        try (upstream;
                client) {
            for (int read = upstream.getInputStream().read(buffer);
                    read >= 0;
                    read = upstream.getInputStream().read(buffer)) {
                pass(client, Arrays.copyOf(buffer, read));
            }
        } catch (IOException ended) {
            // As above.
        }
    }

    private void pass(Socket client, byte[] answer) throws IOException {
        switch (fault) {
            case NONE -> client.getOutputStream().write(answer);
            case SLOW -> {
                LockSupport.parkNanos(SLOWNESS_NANOS);
                client.getOutputStream().write(answer);
            }
            case SILENT -> {}
            case LOSE_REPLY -> client.close();
            case RESET -> {
                client.getOutputStream().write(answer, 0, answer.length / 2);
                client.setSoLinger(true, 0);
                client.close();
            }
        }
    }

    private void forwardDatagrams() {
        byte[] buffer = new byte[LARGEST];
        while (!udp.isClosed()) {
            DatagramPacket question = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(question);
            } catch (IOException closed) {
                return;
            }
            byte[] packet = Arrays.copyOf(buffer, question.getLength());
            InetSocketAddress client = (InetSocketAddress) question.getSocketAddress();
            if (fault != Fault.SILENT) {
                Thread.ofVirtual().start(() -> forward(packet, client));
            }
        }
    }

    private void forward(byte[] packet, InetSocketAddress client) {
        try (DatagramSocket upstream = new DatagramSocket()) {
            upstream.setSoTimeout(3_000);
            upstream.connect(server);
            upstream.send(new DatagramPacket(packet, packet.length));
            DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
            upstream.receive(answer);
            udp.send(new DatagramPacket(answer.getData(), answer.getLength(), client));
        } catch (SocketException down) {
            // Nobody answers.
        } catch (IOException timeout) {
            // Nobody answers.
        }
    }

    @Override
    public void close() {
        try {
            tcp.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            udp.close();
        }
    }
}
