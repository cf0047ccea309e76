package de.postlotse.lookup.resolver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    private final LoopbackServer server;
    private final ScriptedZones zones;
    private final Map<Question, Condition> conditions = new ConcurrentHashMap<>();
    private final Map<Question, AtomicInteger> counts = new ConcurrentHashMap<>();

    private record Question(Name name, int type) {}

    private ScriptedDns(ScriptedZones zones, int port) {
        this.zones = zones;
        this.server = LoopbackServer.start(this::answer, port);
    }

    /** A recursive resolver: what it has no record for does not exist. */
    public static ScriptedDns resolver() {
        return resolverOn(0);
    }

    /** A resolver for programs that ask at a port of their own choice, such as the system's resolver library. */
    public static ScriptedDns resolverOn(int port) {
        return new ScriptedDns(ScriptedZones.ofResolver(), port);
    }

    /** An authoritative server: it refuses what lies in none of its zones. */
    public static ScriptedDns authority(String... apexes) {
        return new ScriptedDns(ScriptedZones.ofAuthority(apexes), 0);
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
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    }

    public int port() {
        return server.port();
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
        server.close();
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

        /** The first question of each type is answered after a while, later ones are not. */
        public ScriptedDns answersOnlyTheFirstAfter(Duration delay) {
            return play(Condition.lateOnce(delay));
        }

        /** Nothing until the future is complete. */
        public ScriptedDns held(CompletableFuture<?> until) {
            return play(Condition.held(until));
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

        /** What the records say, with something about the message changed. */
        public ScriptedDns edited(Consumer<Message> edit) {
            return play(Condition.edited(edit));
        }

        /** Fails where the question has an OPT record, or is silent where there is no code. */
        public ScriptedDns withoutEdns(@Nullable Integer rcode) {
            return play(Condition.withoutEdns(rcode));
        }

        /** Exactly these records as the answer section, whoever owns them. */
        public ScriptedDns answers(String... records) {
            return play(Condition.verbatim(ScriptedZones.parse(records)));
        }

        /** The first question is answered with a referral: NS records of a zone below, and glue. */
        public ScriptedDns refersOnceTo(String... records) {
            return play(Condition.refersOnce(ScriptedZones.parse(records)));
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

    private CompletableFuture<byte[]> answer(byte[] packet, boolean overTcp) throws IOException {
        Message query = new Message(packet);
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
}
