package de.postlotse.publishing.dnsupdate;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A TCP connection to a name server, one message at a time (RFC 7766). The DNS library's own client keeps the time only
 * when it is idle and does not tell whether a request left; both matter for a change.
 */
final class Connection implements Closeable {

    /** Holds the largest message, so that a server which does not read cannot keep the writer waiting. */
    private static final int SEND_BUFFER = 1 << 17;

    private final Socket socket;
    private final Duration timeout;
    private long lastUsed = System.nanoTime();

    private Connection(Socket socket, Duration timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    static Connection open(InetSocketAddress address, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSendBufferSize(SEND_BUFFER);
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.toIntExact(timeout.toMillis()));
            return new Connection(socket, timeout);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a message with its length before it (RFC 1035 §4.2.2) in one piece (RFC 7766 §8). */
    void send(byte[] message) throws IOException {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >>> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        socket.getOutputStream().write(framed);
    }

    /** Waits for one message, however slowly it trickles, no longer than the time-out. */
    byte[] receive() throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        byte[] length = read(2, end);
        byte[] message = read((length[0] & 0xFF) << 8 | length[1] & 0xFF, end);
        lastUsed = System.nanoTime();
        return message;
    }

    private byte[] read(int length, long end) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] octets = new byte[length];
        int count = 0;
        while (count < length) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("no answer in time");
            }
            socket.setSoTimeout(Math.toIntExact(left));
            int more = in.read(octets, count, length - count);
            if (more < 0) {
                throw new EOFException("the server closed the connection");
            }
            count += more;
        }
        return octets;
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastUsed);
    }

    /** Whether the server still waits for a message; anything else that can be read is an end or does not belong here. */
    boolean isOpen() {
        try {
            socket.setSoTimeout(1);
            int ignored = socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way
        }
    }
}
