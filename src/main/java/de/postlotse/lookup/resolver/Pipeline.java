package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Cause;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * The questions for the addresses of some hosts on one TCP connection, and the answers in whatever order they come. The
 * number of a question is its id (RFC 7766 §7): twice that of its host, and one more for IPv6.
 */
final class Pipeline {

    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    private static final int BUFFER = 1 << 16;

    /** So that a resolver that answers just often enough cannot hold anybody for hours. */
    private static final int MOST_TIMES_PATIENCE = 20;

    private static final DnsReply.Failed NOT_ASKED = new DnsReply.Failed(Cause.TIMEOUT);

    private final List<DomainName> hosts;
    private final Duration patience;
    private final @Nullable DnsReply[] replies;
    private int open;
    private boolean closedToUs;

    Pipeline(Collection<DomainName> hosts, Duration patience) {
        this.hosts = List.copyOf(hosts);
        this.patience = patience;
        this.replies = new DnsReply[2 * hosts.size()];
        this.open = replies.length;
    }

    /** What the resolver said until it had said everything, hung up or fell silent. */
    Map<DomainName, HostAnswer> run(InetSocketAddress resolver) {
        boolean connected = false;
        try (Socket connection = new Socket()) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(Math.toIntExact(patience.toMillis()));
            connection.connect(resolver, Math.toIntExact(patience.toMillis()));
            connected = true;
            byte[] questions = questions();
            Thread.ofVirtual().name("dns-pipeline").start(() -> send(connection, questions));
            receive(new DataInputStream(new BufferedInputStream(connection.getInputStream(), BUFFER)));
        } catch (SocketTimeoutException slow) {
            log.debug("{} of {} answers are missing from {} in time", open, replies.length, resolver);
            closedToUs = !connected;
        } catch (IOException e) {
            closedToUs = open == replies.length;
            log.debug("{} of {} answers are missing from {}: {}", open, replies.length, resolver, e.toString());
        }
        return answers();
    }

    /** Whether the resolver does not take questions over TCP at all. */
    boolean isClosedToUs() {
        return closedToUs;
    }

    private byte[] questions() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(replies.length * 64);
        DataOutputStream out = new DataOutputStream(bytes);
        for (int number = 0; number < replies.length; number++) {
            byte[] name = host(number).toWire();
            out.writeShort(12 + name.length + 4);
            // RFC 1035 §4.1.1: id, flags with "recursion desired", one question and nothing else
            out.writeShort(number);
            out.writeShort(1 << 8);
            out.writeShort(1);
            out.writeShort(0);
            out.writeInt(0);
            out.write(name);
            out.writeShort(type(number));
            out.writeShort(DClass.IN);
        }
        return bytes.toByteArray();
    }

    /**
     * Beside the reading: a resolver whose answers nobody takes stops to take questions. Answers are acknowledged at
     * once where the system can do that; a resolver that leaves Nagle's algorithm on (RFC 896) sends the last ones some
     * 40 ms later otherwise.
     */
    private static void send(Socket connection, byte[] questions) {
        try {
            connection.getOutputStream().write(questions);
            if (connection.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
                connection.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            }
        } catch (IOException hungUp) {
            log.debug("not all questions were sent: {}", hungUp.toString());
        }
    }

    private void receive(DataInputStream in) throws IOException {
        Deadline last = Deadline.in(patience.multipliedBy(MOST_TIMES_PATIENCE));
        while (open > 0 && last.remaining().isPositive()) {
            note(new Message(in.readNBytes(in.readUnsignedShort())));
        }
    }

    /** What answers no question of ours, or one for the second time, says nothing. */
    private void note(Message message) {
        int number = message.getHeader().getID();
        if (number >= replies.length || replies[number] != null) {
            return;
        }
        DnsQuestion question = new DnsQuestion(host(number), type(number), true);
        if (question.isAnsweredBy(message)) {
            boolean whole = !message.getHeader().getFlag(Flags.TC);
            replies[number] = whole ? DnsReply.of(message, question) : NOT_ASKED;
            open--;
        }
    }

    private Map<DomainName, HostAnswer> answers() {
        Map<DomainName, HostAnswer> answers = HashMap.newHashMap(hosts.size());
        for (int i = 0; i < hosts.size(); i++) {
            DnsReply ipv4 = replies[2 * i];
            DnsReply ipv6 = replies[2 * i + 1];
            if (ipv4 != null && ipv6 != null) {
                DomainName host = hosts.get(i);
                answers.put(host, new Replies(host.toName(), ipv4, ipv6, NOT_ASKED).fromResolver());
            }
        }
        return answers;
    }

    private Name host(int number) {
        return hosts.get(number / 2).toName();
    }

    private static int type(int number) {
        return number % 2 == 0 ? Type.A : Type.AAAA;
    }
}
