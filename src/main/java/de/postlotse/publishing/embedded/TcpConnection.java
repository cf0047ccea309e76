package de.postlotse.publishing.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client over TCP: questions and answers one after the other, as many as it wants (RFC 7766 §6.2.1). */
final class TcpConnection {

    private static final Logger LOG = LoggerFactory.getLogger(TcpConnection.class);

    private final Socket socket;
    private final Responder responder;
    private final ScheduledExecutorService watchdog;
    private final TcpListener.Limits limits;
    private volatile @Nullable Instant silentSince = Instant.now();

    TcpConnection(Socket socket, Responder responder, ScheduledExecutorService watchdog, TcpListener.Limits limits) {
        this.socket = socket;
        this.responder = responder;
        this.watchdog = watchdog;
        this.limits = limits;
    }

    boolean isFrom(InetAddress address) {
        return address.equals(socket.getInetAddress());
    }

    /** Whether it waits for a question of its client. */
    boolean isSilent() {
        return silentSince != null;
    }

    /** Since when; for ever where it is not. */
    Instant silentSince() {
        Instant since = silentSince;
        return since == null ? Instant.MAX : since;
    }

    void run() {
        try {
            socket.setSoTimeout(Math.toIntExact(limits.first().toMillis()));
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (exchange(in)) {
                LOG.trace("Answered {}", socket);
            }
        } catch (IOException e) {
            LOG.debug("{} went away: {}", socket, e.getMessage());
        }
    }

    /**
     * One question and its answer, within the time-out as a whole: a socket's own time-out starts anew with every octet
     * and does not know clients that stop reading.
     *
     * @return whether there may be another one
     */
    private boolean exchange(DataInputStream in) throws IOException {
        Future<?> guard = watchdog.schedule(this::close, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            int first = in.read();
            silentSince = null;
            socket.setSoTimeout(0);
            int length = first < 0 ? 0 : first << 8 | in.readUnsignedByte();
            if (length == 0) {
                return false;
            }
            byte[] question = new byte[length];
            in.readFully(question);
            send(responder.respond(question, transport()));
            return true;
        } finally {
            silentSince = Instant.now();
            guard.cancel(false);
        }
    }

    private Responder.Transport transport() {
        return socket.getInetAddress().isLoopbackAddress() ? Responder.Transport.LOCAL_TCP : Responder.Transport.TCP;
    }

    /** In one write, so that length and message do not travel apart (RFC 7766 §8). */
    private void send(List<byte[]> answers) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        for (byte[] answer : answers) {
            out.writeShort(answer.length);
            out.write(answer);
        }
        socket.getOutputStream().write(octets.toByteArray());
    }

    /** Takes no more questions; the answer to the last one still goes out. */
    void finish() {
        try {
            socket.shutdownInput();
        } catch (IOException e) {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Cannot close {}", socket, e);
        }
    }
}
