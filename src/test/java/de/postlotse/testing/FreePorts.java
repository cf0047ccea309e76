package de.postlotse.testing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of the loopback address for servers that tests start. They lie below those that systems hand out by themselves,
 * so that nobody takes one while its server is down.
 */
public final class FreePorts {

    private static final int FIRST = 15_000;
    private static final int COUNT = 17_000;

    /** Test processes that run at the same time begin at different places. */
    private static final AtomicInteger LAST =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePorts() {}

    /** One that is free for TCP and UDP, and was not asked for before. */
    @SuppressWarnings("try") // the sockets are only opened to see that they can be
    public static int next() {
        for (int attempt = 0; attempt < COUNT; attempt++) {
            int port = FIRST + LAST.incrementAndGet() % COUNT;
            try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IllegalStateException("no port is free");
    }

    public static InetSocketAddress nextAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), next());
    }
}
