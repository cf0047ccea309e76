package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a bounded number of TCP connections, each on a virtual thread, and of each address only some of them. One more
 * takes the place of that which has been silent for the longest time (RFC 7766 §6.2.3); where none is silent it is not
 * served. So whoever opens connections and says nothing keeps nobody out.
 */
final class TcpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerSocket socket;
    private final Responder responder;
    private final Limits limits;
    private final Set<TcpConnection> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("name-server-tcp-watchdog").daemon().factory());
    private final Thread acceptor =
            Thread.ofPlatform().name("name-server-tcp").daemon().unstarted(this::run);

    TcpListener(ServerSocket socket, Responder responder, Limits limits) {
        this.socket = socket;
        this.responder = responder;
        this.limits = limits;
        watchdog.setRemoveOnCancelPolicy(true);
    }

    void start() {
        acceptor.start();
    }

    private void run() {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException | RuntimeException | Error e) {
                if (!socket.isClosed()) {
                    LOG.warn("A connection was not accepted", e);
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                }
            }
        }
    }

    private void serve(Socket client) throws IOException {
        TcpConnection connection = new TcpConnection(client, responder, watchdog, limits);
        if (!makeRoom(limits.ofAnAddress(), other -> other.isFrom(client.getInetAddress()))
                || !makeRoom(limits.connections(), other -> true)) {
            client.close();
            return;
        }
        open.add(connection);
        try {
            connections.execute(() -> converse(connection));
        } catch (RejectedExecutionException e) {
            end(connection); // came while the server was closing
        }
    }

    /** Whether one more of some kind can be served. */
    private boolean makeRoom(int most, Predicate<TcpConnection> kind) {
        List<TcpConnection> same = open.stream().filter(kind).toList();
        if (same.size() < most) {
            return true;
        }
        Optional<TcpConnection> silent =
                same.stream().filter(TcpConnection::isSilent).min(Comparator.comparing(TcpConnection::silentSince));
        silent.ifPresent(this::end);
        return silent.isPresent();
    }

    private void converse(TcpConnection connection) {
        try {
            connection.run();
        } finally {
            end(connection);
        }
    }

    private void end(TcpConnection connection) {
        connection.close();
        open.remove(connection);
    }

    /** Lets answers that are on their way arrive, then ends; afterwards the port is free. */
    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(TcpConnection::finish);
        connections.shutdown();
        try {
            connections.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            open.forEach(TcpConnection::close);
            // The operating system keeps the port until nobody waits at the socket any more.
            acceptor.join(PATIENCE);
        } catch (InterruptedException e) {
            open.forEach(TcpConnection::close);
            Thread.currentThread().interrupt();
        }
        watchdog.shutdownNow();
    }

    /**
     * What TCP clients may take of the server.
     *
     * @param connections how many are served at a time
     * @param ofAnAddress how many of these of one address
     * @param first how long a client may take to begin its first question
     * @param timeout how long a client may take to send one question and to receive its answer, silence before it included
     */
    record Limits(int connections, int ofAnAddress, Duration first, Duration timeout) {

        static final Limits DEFAULT = new Limits(100, 20, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}
