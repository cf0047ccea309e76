package de.postlotse.web;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections of the node. Each costs memory, and Tomcat waits for the head of a request as long as an octet comes now
 * and then: so a head that takes too long ends its connection, and where there are too many, those go that have waited
 * longest without being at work. Whoever sends a request at once is never among them for long.
 */
final class GuardedEndpoint extends NioEndpoint {

    /** Less than Tomcat's own limit, at which nobody would be let in at all. */
    static final int MOST = 500;

    static final Duration LONGEST_HEAD = Duration.ofSeconds(10);

    /** So many go at once that looking for them costs the next ones nothing. */
    private static final int ROOM = MOST / 10;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** @param millis for how long it has waited for a request, or for the rest of its head */
    private record Waiting(SocketWrapperBase<NioChannel> connection, long millis, boolean isInHead) {}

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        Thread.ofPlatform().daemon().name("connection-guard").start(this::guard);
    }

    private void guard() {
        while (isRunning()) {
            waiting().stream()
                    .filter(each -> each.isInHead() && each.millis() > LONGEST_HEAD.toMillis())
                    .forEach(each -> each.connection().close());
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    @Override
    protected boolean setSocketOptions(SocketChannel accepted) {
        if (getConnectionCount() > MOST) {
            waiting().stream()
                    .sorted(Comparator.comparingLong(Waiting::millis).reversed())
                    .limit(ROOM)
                    .forEach(each -> each.connection().close());
        }
        return super.setSocketOptions(accepted);
    }

    /** The connections that nobody is at work for. */
    private List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        for (SocketWrapperBase<NioChannel> connection : getConnections()) {
            Object processor = connection.getCurrentProcessor();
            if (connection.getLock().isLocked()) {
                continue;
            }
            if (processor instanceof AbstractProcessor begun) {
                long since = begun.getRequest().getStartTimeNanos();
                if (!begun.isAsync() && !begun.isUpgrade() && since >= 0) {
                    waiting.add(new Waiting(connection, millisSince(since), true));
                }
            } else if (processor == null && connection instanceof NioSocketWrapper idle) {
                long last = Math.max(idle.getLastRead(), idle.getLastWrite());
                waiting.add(new Waiting(connection, System.currentTimeMillis() - last, false));
            }
        }
        return waiting;
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
