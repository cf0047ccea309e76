package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers datagrams until it is closed; no packet and no failure ends it. */
final class UdpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpListener.class);
    private static final int THREADS = 2;
    private static final int LARGEST_QUESTION = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Keeps a failure that lasts, such as want of memory, from eating the processor and the log. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final DatagramSocket socket;
    private final Responder responder;
    private final List<Thread> threads;

    UdpListener(DatagramSocket socket, Responder responder) {
        this.socket = socket;
        this.responder = responder;
        this.threads = IntStream.range(0, THREADS)
                .mapToObj(number -> Thread.ofPlatform()
                        .name("name-server-udp-" + number)
                        .daemon()
                        .unstarted(this::run))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void run() {
        byte[] buffer = new byte[LARGEST_QUESTION];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                answer(question);
            } catch (IOException | RuntimeException | Error e) {
                if (!socket.isClosed()) {
                    LOG.warn("A datagram was not answered", e);
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                }
            }
        }
    }

    private void answer(DatagramPacket question) {
        byte[] octets = Arrays.copyOf(question.getData(), question.getLength());
        for (byte[] answer : responder.respond(octets, Responder.Transport.UDP)) {
            send(answer, question.getSocketAddress());
        }
    }

    /** Senders can be forged: that nothing can be sent to one of them must not slow down the others. */
    private void send(byte[] answer, SocketAddress sender) {
        try {
            socket.send(new DatagramPacket(answer, answer.length, sender));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("Cannot answer {}", sender, e);
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
