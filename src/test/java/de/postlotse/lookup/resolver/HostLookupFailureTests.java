package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.HostAnswer.Cause.BOGUS;
import static de.postlotse.lookup.HostAnswer.Cause.REFUSED;
import static de.postlotse.lookup.HostAnswer.Cause.SERVER_FAILURE;
import static de.postlotse.lookup.HostAnswer.Cause.TIMEOUT;
import static de.postlotse.lookup.HostAnswer.Cause.UNREACHABLE;
import static de.postlotse.lookup.resolver.Lookups.addresses;
import static de.postlotse.lookup.resolver.Lookups.ask;
import static de.postlotse.lookup.resolver.Lookups.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.OwnNameServers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Resolvers that fail, stay silent or talk nonsense: never longer than the budget, never an exception. */
@Timeout(120)
class HostLookupFailureTests {

    private static final String RECORD = "mx.hoster.net A 192.175.48.1";

    private final ScriptedDns dns = ScriptedDns.resolver().with(RECORD);
    private final ScriptedDns second = ScriptedDns.resolver().with(RECORD);

    @AfterEach
    void close() {
        dns.close();
        second.close();
    }

    @Test
    void tellsWhyThereIsNoAnswer() {
        HostLookup patient = Lookups.within(Lookups.BUDGET, dns);
        assertThat(ask(patient, "mx.hoster.net")).isInstanceOf(HostAnswer.Addresses.class);

        dns.always().servfail();
        assertThat(ask(patient, "mx.hoster.net")).isEqualTo(unknown(SERVER_FAILURE));
        dns.always().refused();
        assertThat(ask(patient, "mx.hoster.net")).isEqualTo(unknown(REFUSED));
        dns.always().edited(HostLookupFailureTests::bogus);
        assertThat(ask(patient, "mx.hoster.net")).isEqualTo(unknown(BOGUS));
        dns.always().silent();
        assertThat(ask(Lookups.within(Lookups.SHORT, dns), "mx.hoster.net")).isEqualTo(unknown(TIMEOUT));
    }

    @Test
    void tellsAResolverThatIsNotThereFromOneThatIsSilent() {
        HostLookup lookup = Lookups.within(Lookups.SHORT, dns);
        dns.close();

        Lookups.awaitUnreachable(() -> ask(lookup, "mx.hoster.net"), unknown(UNREACHABLE));
    }

    private static void bogus(Message message) {
        message.removeAllRecords(Section.ANSWER);
        message.getHeader().setRcode(Rcode.SERVFAIL);
        message.addRecord(
                new OPTRecord(
                        1232, 0, 0, 0, new ExtendedErrorCodeOption(ExtendedErrorCodeOption.SIGNATURE_EXPIRED, "")),
                Section.ADDITIONAL);
    }

    /** RFC 5452 §9.1: what is no reply to the question says nothing, neither yes nor no. */
    @Test
    void takesNothingButAReplyToItsQuestion() {
        Map<String, Consumer<Message>> edits = Map.of(
                "no reply", message -> message.getHeader().unsetFlag(Flags.QR),
                "no query", message -> message.getHeader().setOpcode(Opcode.NOTIFY),
                "no question", message -> message.removeAllRecords(Section.QUESTION),
                "another class", message -> question(message, "mx.hoster.net.", Type.A, DClass.CH),
                "another type", message -> question(message, "mx.hoster.net.", Type.TXT, DClass.IN),
                "another name", message -> question(message, "andere.hoster.net.", Type.A, DClass.IN));
        HostLookup lookup = Lookups.within(Lookups.SHORT, dns);

        edits.forEach((what, edit) -> {
            dns.always().edited(edit);
            assertThat(ask(lookup, "mx.hoster.net")).as(what).isInstanceOf(HostAnswer.Unknown.class);
            assertThat(ask(lookup, "gone.hoster.net")).as(what).isInstanceOf(HostAnswer.Unknown.class);
        });
    }

    private static void question(Message message, String name, int type, int dclass) {
        message.removeAllRecords(Section.QUESTION);
        message.addRecord(Record.newRecord(Name.fromConstantString(name), type, dclass), Section.QUESTION);
    }

    @Test
    void asksAgainWithoutEdnsWhereAServerFailsForIt() {
        HostLookup lookup = Lookups.within(Lookups.BUDGET, dns);
        for (Integer rcode : Arrays.asList(Rcode.FORMERR, Rcode.NOTIMP, Rcode.SERVFAIL, null)) {
            dns.always().withoutEdns(rcode);
            assertThat(ask(lookup, "mx.hoster.net")).as("rcode %s", rcode).isEqualTo(addresses(true, "192.175.48.1"));
        }
    }

    @Test
    void silentResolverHoldsNobodyLongerThanTheBudget() {
        HostLookup lookup = Lookups.within(Duration.ofMillis(300), dns.always().silent());
        long start = System.nanoTime();

        List<CompletableFuture<HostAnswer>> answers = IntStream.range(0, 30)
                .mapToObj(i -> lookup.ask(DomainName.of("mx" + i + ".hoster.net")))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(unknown(TIMEOUT)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void silentNamesDoNotHoldOthers() {
        HostLookup lookup = Lookups.asking(dns);
        IntStream.range(0, 30).forEach(i -> dns.when("s" + i + ".hoster.net").silent());
        List<CompletableFuture<HostAnswer>> silent = IntStream.range(0, 30)
                .mapToObj(i -> lookup.ask(DomainName.of("s" + i + ".hoster.net")))
                .toList();

        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        assertThat(silent).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void whoBlocksOnAnAnswerDoesNotHoldOthers() {
        HostLookup lookup = Lookups.asking(dns);
        CompletableFuture<Void> isWaitedFor = new CompletableFuture<>();
        CompletableFuture<HostAnswer> other = new CompletableFuture<>();
        dns.when("mx.hoster.net").held(isWaitedFor);

        CompletableFuture<HostAnswer> blocking =
                lookup.ask(DomainName.of("mx.hoster.net")).thenApply(answer -> other.join());
        isWaitedFor.complete(null);

        assertThat(ask(lookup, "gone.hoster.net")).isEqualTo(new NoSuchName());
        other.complete(new NoSuchName());
        assertThat(blocking.join()).isEqualTo(new NoSuchName());
    }

    @Test
    void asksAgainWhereAPacketIsLost() {
        dns.when("mx.hoster.net", Type.A).losesFirst(1);
        dns.when("mx.hoster.net", Type.AAAA).losesFirst(2);

        assertThat(ask(Lookups.asking(dns), "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        assertThat(dns.queries("mx.hoster.net", Type.A)).isEqualTo(2);
        assertThat(dns.queries("mx.hoster.net", Type.AAAA)).isEqualTo(3);
    }

    @Test
    void takesLateAnswerToTheFirstQuestion() {
        dns.when("mx.hoster.net", Type.A).answersOnlyTheFirstAfter(Duration.ofMillis(600));
        dns.when("mx.hoster.net", Type.AAAA).answersOnlyTheFirstAfter(Duration.ofMillis(600));

        assertThat(ask(Lookups.asking(dns), "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
    }

    @Test
    void asksNextResolverWhereOneFails() {
        HostLookup lookup = Lookups.asking(dns, second);

        dns.always().servfail();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        dns.always().refused();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        dns.always().silent();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        dns.close();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
    }

    @Test
    void asksNoSecondResolverWhereTheFirstAnswers() {
        assertThat(ask(Lookups.asking(dns, second), "gone.hoster.net")).isEqualTo(new NoSuchName());

        assertThat(second.queries()).isZero();
    }

    @Test
    void failureOfAllResolversIsAFailure() {
        dns.always().silent();
        second.always().servfail();

        assertThat(ask(Lookups.within(Lookups.SHORT, dns, second), "mx.hoster.net"))
                .isInstanceOf(HostAnswer.Unknown.class);
    }

    /** A server that only points elsewhere does not recurse; its answer says nothing of the host. */
    @Test
    void referralOfAResolverIsNoAnswer() {
        try (ScriptedDns noResolver = ScriptedDns.authority("net")) {
            noResolver.with("hoster.net NS ns.hoster.net", "ns.hoster.net A 127.0.0.1");

            assertThat(ask(Lookups.asking(noResolver), "mx.hoster.net")).isEqualTo(unknown(REFUSED));
            assertThat(ask(Lookups.asking(noResolver, dns), "mx.hoster.net"))
                    .isEqualTo(addresses(true, "192.175.48.1"));
        }
    }

    @Test
    void asksAgainOverTcpWhereTheAnswerIsTruncated() {
        dns.when("mx.hoster.net").truncated();

        assertThat(ask(Lookups.asking(dns), "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        assertThat(dns.queries("mx.hoster.net", Type.A)).isEqualTo(2);
    }

    @Test
    void truncatedAnswerWithSilenceOverTcpIsNoAnswer() {
        dns.when("mx.hoster.net").truncatedAndSilentOverTcp();
        dns.with("half.hoster.net A 192.175.48.2");
        dns.when("half.hoster.net", Type.AAAA).truncatedAndSilentOverTcp();
        HostLookup lookup = Lookups.within(Duration.ofSeconds(3), dns);

        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(unknown(TIMEOUT));
        assertThat(ask(lookup, "half.hoster.net")).isEqualTo(addresses(false, "192.175.48.2"));
    }

    @Test
    void ignoresAnswerWithWrongId() {
        dns.when("mx.hoster.net").wrongId();

        assertThat(ask(Lookups.within(Lookups.SHORT, dns), "mx.hoster.net")).isInstanceOf(HostAnswer.Unknown.class);
        assertThat(ask(Lookups.asking(dns, second), "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
    }

    @Test
    void exceptionOfWhoKnowsOurZonesIsAnAnswerToo() {
        OwnNameServers broken = name -> {
            throw new IllegalStateException("store is down");
        };

        assertThat(ask(Lookups.with(broken, Lookups.BUDGET, dns), "mx.hoster.net"))
                .isEqualTo(unknown(SERVER_FAILURE));
    }
}
