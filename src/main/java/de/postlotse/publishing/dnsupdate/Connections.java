package de.postlotse.publishing.dnsupdate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/** Keeps a few connections for the next change: a backlog of thousands would use up the ports otherwise. */
final class Connections {

    /** Shorter than what BIND (30 s), Knot (10 s) and PowerDNS (5 s) keep an idle connection for. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(3);

    private final InetSocketAddress address;
    private final Duration timeout;
    private final BlockingDeque<Connection> idle;

    Connections(InetSocketAddress address, Duration timeout, int kept) {
        this.address = address;
        this.timeout = timeout;
        this.idle = new LinkedBlockingDeque<>(kept);
    }

    InetSocketAddress address() {
        return address;
    }

    Duration timeout() {
        return timeout;
    }

    /** One that was used a moment ago, but that the server may have closed since. */
    @Nullable
    Connection kept() {
        for (Connection last = idle.pollFirst(); last != null; last = idle.pollFirst()) {
            if (last.idle().compareTo(LONGEST_IDLE) < 0) {
                return last;
            }
            last.close();
        }
        return null;
    }

    Connection fresh() throws IOException {
        return Connection.open(address, timeout);
    }

    /** Takes back a connection on which nothing is under way. */
    void keep(Connection connection) {
        if (!idle.offerFirst(connection)) {
            connection.close();
        }
    }
}
