package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a bounded number of TCP connections, each on a virtual thread. More have to wait until one ends, and each ends
 * when its client lets the time-out pass, so clients that are silent or slow cannot keep others out for long.
 */
final class TcpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerSocket socket;
    private final Responder responder;
    private final TcpLimits limits;
    private final Semaphore free;
    private final Set<TcpConnection> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("name-server-tcp-watchdog").daemon().factory());
    private final Thread acceptor =
            Thread.ofPlatform().name("name-server-tcp").daemon().unstarted(this::run);

    TcpListener(ServerSocket socket, Responder responder, TcpLimits limits) {
        this.socket = socket;
        this.responder = responder;
        this.limits = limits;
        this.free = new Semaphore(limits.connections());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    void start() {
        acceptor.start();
    }

    private void run() {
        while (!socket.isClosed()) {
            free.acquireUninterruptibly();
            try {
                serve(socket.accept());
            } catch (IOException | RuntimeException | Error e) {
                free.release();
                if (!socket.isClosed()) {
                    LOG.warn("A connection was not accepted", e);
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                }
            }
        }
    }

    private void serve(Socket client) {
        TcpConnection connection = new TcpConnection(client, responder, watchdog, limits.timeout());
        open.add(connection);
        try {
            connections.execute(() -> converse(connection));
        } catch (RejectedExecutionException e) {
            end(connection); // came while the server was closing
        }
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
        free.release();
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
}
