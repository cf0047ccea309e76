package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
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
                answerNext(buffer);
            } catch (IOException | RuntimeException | Error e) {
                if (!socket.isClosed()) {
                    LOG.warn("A datagram was not answered", e);
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                }
            }
        }
    }

    private void answerNext(byte[] buffer) throws IOException {
        DatagramPacket question = new DatagramPacket(buffer, buffer.length);
        socket.receive(question);
        if (question.getPort() == 0) {
            return; // a forged sender, to whom nothing can be sent
        }
        byte[] octets = Arrays.copyOf(buffer, question.getLength());
        for (byte[] answer : responder.respond(octets, Transport.UDP)) {
            socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
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
