package de.postlotse.publishing.dnsupdate;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.WireParseException;

/**
 * Signed requests over one connection. The question comes before the change on the same connection, so that a connection
 * which the server has closed meanwhile shows before anything that matters was sent.
 */
final class Conversation implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Connections connections;
    private final TsigKey key;
    private @Nullable Connection current;

    Conversation(Connections connections, TsigKey key) {
        this.connections = connections;
        this.key = key;
    }

    /** Asks what can be asked twice: where a kept connection turns out to be of no use, over a fresh one. */
    Reply ask(Message query) throws IOException {
        byte[] request = signed(query);
        Connection kept = current == null ? connections.kept() : current;
        if (kept == null) {
            return exchange(connections.fresh(), query, request);
        }
        try {
            return exchange(kept, query, request);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return exchange(connections.fresh(), query, request);
        }
    }

    /**
     * Makes sure that the server listens, after a pause as well.
     *
     * @throws IOException where it cannot be reached; nothing was sent
     */
    void ready() throws IOException {
        Connection connection = current;
        if (connection == null) {
            current = connections.fresh();
        } else if (connection.idle().compareTo(PAUSE) > 0 && !connection.isOpen()) {
            current = null;
            connection.close();
            current = connections.fresh();
        }
    }

    /**
     * Sends a change, once. The signature is made now: it bears the time.
     *
     * @throws IOException where no answer came back; what became of the change is unknown then
     */
    Reply send(Message update) throws IOException {
        return exchange(Objects.requireNonNull(current, "not ready"), update, signed(update));
    }

    /**
     * Reads a zone, which takes many messages (RFC 5936 §2.2).
     *
     * @return the first message: where it is a refusal, there are no others
     */
    Reply transfer(Message query, ZoneContent content) throws IOException {
        Reply first = ask(query);
        if (!first.isProof() || first.rcode() != Rcode.NOERROR) {
            return first;
        }
        Connection connection = Objects.requireNonNull(current);
        current = null;
        TSIG.StreamVerifier verifier = key.stream(query.getTSIG());
        try {
            content.accept(first.message(), first.octets(), verifier);
            while (!content.isComplete()) {
                byte[] octets = connection.receive();
                content.accept(parse(query, octets), octets, verifier);
            }
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
        current = connection;
        return first;
    }

    private byte[] signed(Message message) {
        key.sign(message);
        return message.toWire();
    }

    private Reply exchange(Connection connection, Message query, byte[] request) throws IOException {
        current = null;
        try {
            connection.send(request);
            byte[] octets = connection.receive();
            Message reply = parse(query, octets);
            current = connection;
            return new Reply(reply, octets, key.verifies(reply, octets, query.getTSIG()));
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Whatever arrives is hostile until it is verified. */
    private static Message parse(Message query, byte[] octets) throws IOException {
        Message reply;
        try {
            reply = new Message(octets);
        } catch (IOException | RuntimeException e) {
            throw new WireParseException("the answer is no DNS message", e);
        }
        Header header = reply.getHeader();
        if (!header.getFlag(Flags.QR)
                || header.getID() != query.getHeader().getID()
                || header.getOpcode() != query.getHeader().getOpcode()) {
            throw new WireParseException("the answer does not belong to the question");
        }
        return reply;
    }

    @Override
    public void close() {
        if (current != null) {
            connections.keep(current);
            current = null;
        }
    }

    /**
     * What a server answered.
     *
     * @param octets the message as it came, which is what the signature is about
     * @param verified whether it was signed with our key; without that it proves nothing good
     */
    record Reply(Message message, byte[] octets, boolean verified) {

        int rcode() {
            return message.getHeader().getRcode();
        }

        /** What the server has against our signature (RFC 8945 §5.2); {@link Rcode#NOERROR} where it does not say. */
        int tsigError() {
            TSIGRecord tsig = message.getTSIG();
            return tsig == null ? Rcode.NOERROR : tsig.getError();
        }

        /** Whether the server did what was asked, beyond doubt. */
        boolean isProof() {
            return verified && tsigError() == Rcode.NOERROR;
        }

        @Override
        public String toString() {
            return Rcode.string(rcode()) + (verified ? "" : ", not signed");
        }
    }
}
