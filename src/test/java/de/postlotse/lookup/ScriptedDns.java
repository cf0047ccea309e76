package de.postlotse.lookup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A name server for tests on a free port of the loopback interface, UDP and TCP. It answers from records, as a
 * {@link #resolver()} or as the {@link #authority} of some zones, and plays any other condition for a name on request.
 * What it knows can change at any time.
 *
 * <pre>
 * try (ScriptedDns dns = ScriptedDns.resolver()) {
 *     dns.with("mx1.hoster.net 300 A 192.175.48.1", "www.hoster.net 300 CNAME web.hoster.net.");
 *     dns.when("mx2.hoster.net").silent();
 *     dns.when("mx3.hoster.net", Type.AAAA).servfail();
 *     ... "postlotse.dns.resolvers=" + dns.property() ...
 *     assertThat(dns.queries("mx1.hoster.net", Type.A)).isOne();
 * }
 * </pre>
 */
public final class ScriptedDns implements AutoCloseable {

    private static final int MOST_BIND_ATTEMPTS = 50;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ScriptedZones zones;
    private final Map<Question, Condition> conditions = new ConcurrentHashMap<>();
    private final Map<Question, AtomicInteger> counts = new ConcurrentHashMap<>();

    private record Question(Name name, int type) {}

    private ScriptedDns(ScriptedZones zones) {
        this.zones = zones;
        try {
            this.tcp = new ServerSocket();
            this.udp = bindBoth(tcp);
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
        Thread.ofPlatform().daemon().name("scripted-dns-udp").start(this::serveUdp);
        Thread.ofPlatform().daemon().name("scripted-dns-tcp").start(this::serveTcp);
    }

    /** A recursive resolver: what it has no record for does not exist. */
    public static ScriptedDns resolver() {
        return new ScriptedDns(ScriptedZones.ofResolver());
    }

    /** An authoritative server: it refuses what lies in none of its zones. */
    public static ScriptedDns authority(String... apexes) {
        return new ScriptedDns(ScriptedZones.ofAuthority(apexes));
    }

    /** Adds records in master-file form; all names are absolute, with or without the final dot. */
    public ScriptedDns with(String... records) {
        zones.add(records);
        return this;
    }

    /** Forgets all records of a name. */
    public ScriptedDns without(String name) {
        zones.remove(ScriptedZones.name(name));
        return this;
    }

    /** A condition for all questions for a name, whatever its records are. */
    public Script when(String name) {
        return new Script(ScriptedZones.name(name), Type.ANY);
    }

    /** A condition for the questions for a name and type; goes before one for the name. */
    public Script when(String name, int type) {
        return new Script(ScriptedZones.name(name), type);
    }

    /** A condition for every question that has none of its own. */
    public Script always() {
        return when(".");
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
    }

    public int port() {
        return tcp.getLocalPort();
    }

    /** The address as {@code postlotse.dns.resolvers} wants it. */
    public String property() {
        return address().getAddress().getHostAddress() + ":" + port();
    }

    /** How many questions arrived, over UDP and TCP. */
    public int queries() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public int queries(String name, int type) {
        AtomicInteger count = counts.get(new Question(ScriptedZones.name(name), type));
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happens to the questions that were named. */
    public final class Script {

        private final Question question;

        private Script(Name name, int type) {
            this.question = new Question(name, type);
        }

        public ScriptedDns servfail() {
            return play(Condition.servfail());
        }

        public ScriptedDns refused() {
            return play(Condition.refused());
        }

        public ScriptedDns nxdomain() {
            return play(Condition.nxdomain());
        }

        public ScriptedDns nodata() {
            return play(Condition.nodata());
        }

        public ScriptedDns silent() {
            return play(Condition.lost(Integer.MAX_VALUE));
        }

        /** The first questions get no answer, later ones do. */
        public ScriptedDns losesFirst(int packets) {
            return play(Condition.lost(packets));
        }

        public ScriptedDns after(Duration delay) {
            return play(Condition.delayed(delay));
        }

        /** UDP says "truncated", TCP has the answer. */
        public ScriptedDns truncated() {
            return play(Condition.truncated(false));
        }

        /** UDP says "truncated", TCP says nothing. */
        public ScriptedDns truncatedAndSilentOverTcp() {
            return play(Condition.truncated(true));
        }

        public ScriptedDns wrongId() {
            return play(Condition.wrongId());
        }

        /** Exactly these records as the answer section, whoever owns them. */
        public ScriptedDns answers(String... records) {
            return play(Condition.verbatim(ScriptedZones.parse(records)));
        }

        /** Back to what the records say. */
        public ScriptedDns answersAgain() {
            conditions.remove(question);
            return ScriptedDns.this;
        }

        private ScriptedDns play(Condition condition) {
            conditions.put(question, condition);
            return ScriptedDns.this;
        }
    }

    private CompletableFuture<byte[]> answer(byte[] packet, int length, boolean overTcp) throws IOException {
        Message query = new Message(Arrays.copyOf(packet, length));
        Record asked = query.getQuestion();
        Question question = new Question(asked.getName(), asked.getType());
        counts.computeIfAbsent(question, q -> new AtomicInteger()).incrementAndGet();
        Condition condition = conditions.getOrDefault(
                question,
                conditions.getOrDefault(
                        new Question(asked.getName(), Type.ANY),
                        conditions.getOrDefault(new Question(Name.root, Type.ANY), Condition.NONE)));
        return condition.play(query, zones, overTcp);
    }

    private void serveUdp() {
        byte[] buffer = new byte[Message.MAXLENGTH];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
                SocketAddress client = packet.getSocketAddress();
                answer(buffer, packet.getLength(), false).thenAccept(bytes -> sendUdp(bytes, client));
            } catch (IOException e) {
                // Closed, or not a DNS message
            }
        }
    }

    private void sendUdp(byte[] bytes, SocketAddress client) {
        try {
            udp.send(new DatagramPacket(bytes, bytes.length, client));
        } catch (IOException e) {
            // Nobody waits any more
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // Closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (!tcp.isClosed()) {
                byte[] query = in.readNBytes(in.readUnsignedShort());
                answer(query, query.length, true).thenAccept(bytes -> sendTcp(bytes, out));
            }
        } catch (IOException e) {
            // The client hung up
        }
    }

    private static void sendTcp(byte[] bytes, DataOutputStream out) {
        synchronized (out) {
            try {
                out.writeShort(bytes.length);
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                // Nobody waits any more
            }
        }
    }

    private static DatagramSocket bindBoth(ServerSocket tcp) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int attempt = 0; attempt < MOST_BIND_ATTEMPTS; attempt++) {
            DatagramSocket udp = new DatagramSocket(0, loopback);
            try {
                tcp.bind(new InetSocketAddress(loopback, udp.getLocalPort()));
                return udp;
            } catch (IOException e) {
                udp.close();
            }
        }
        throw new IOException("no port is free for both UDP and TCP");
    }
}
