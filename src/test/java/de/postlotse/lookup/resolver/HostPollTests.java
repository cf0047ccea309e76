package de.postlotse.lookup.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostPoll;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** A first look at many hosts over one connection. */
class HostPollTests {

    @AutoClose
    private final ScriptedDns dns = ScriptedDns.resolver();

    private final HostPoll poll = Lookups.poll(dns);
    private final HostPoll hurried = Lookups.pollWithin(Lookups.HURRIED, dns);

    @Test
    void tellsWhatEachOfManyHostsLeadsTo() {
        dns.with(IntStream.range(0, 300)
                .mapToObj(i -> "mx" + i + ".example 300 A 192.175.48." + i % 250)
                .toArray(String[]::new));
        List<DomainName> hosts = IntStream.range(0, 300)
                .mapToObj(i -> DomainName.of("mx" + i + ".example"))
                .toList();

        Map<DomainName, HostAnswer> answers = poll.ask(hosts);

        assertThat(answers).hasSize(300);
        assertThat(answers.get(DomainName.of("mx7.example"))).isEqualTo(Lookups.addresses(true, "192.175.48.7"));
        assertThat(dns.queries()).isEqualTo(600);
    }

    @Test
    void tellsTheAnswersApart() {
        dns.with(
                "both.example 300 A 192.175.48.1",
                "both.example 300 AAAA 2620:4f:8000::1",
                "alias.example 300 CNAME both.example.",
                "nowhere.example 300 CNAME missing.example.",
                "empty.example 300 TXT nothing");
        dns.when("failing.example").servfail();
        dns.when("half.example", Type.AAAA).servfail();
        dns.with("half.example 300 A 192.175.48.2");

        assertThat(ask("both", "alias", "nowhere", "empty", "missing", "failing", "half"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        name("both"), Lookups.addresses(true, "192.175.48.1", "2620:4f:8000::1"),
                        name("alias"), Lookups.alias("both.example"),
                        name("nowhere"), Lookups.dangling("missing.example"),
                        name("empty"), new HostAnswer.NoAddress(),
                        name("missing"), new HostAnswer.NoSuchName(),
                        name("failing"), Lookups.unknown(Cause.SERVER_FAILURE),
                        name("half"), Lookups.addresses(false, "192.175.48.2")));
    }

    @Test
    void needsNoUdpAndSoNothingIsTruncated() {
        dns.with("mx.example 300 A 192.175.48.1");
        dns.when("mx.example").truncated();

        assertThat(ask("mx")).containsEntry(name("mx"), Lookups.addresses(true, "192.175.48.1"));
        assertThat(dns.queries()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsNotAnsweredInTime() {
        dns.with("mx1.example 300 A 192.175.48.1", "mx2.example 300 A 192.175.48.2");
        dns.when("mx2.example", Type.AAAA).silent();

        assertThat(hurried.ask(List.of(name("mx1"), name("mx2")))).containsOnlyKeys(name("mx1"));
    }

    @Test
    void leavesOutAnAnswerToAnotherQuestion() {
        dns.with("mx1.example 300 A 192.175.48.1", "mx2.example 300 A 192.175.48.2");
        dns.when("mx1.example").wrongId();

        assertThat(hurried.ask(List.of(name("mx1"), name("mx2")))).doesNotContainKey(name("mx1"));
    }

    @Test
    void tellsNothingWhereTheResolverTakesNoTcp() throws IOException {
        try (DatagramSocket udpOnly = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            HostPoll deaf = new PipelinedHostPoll(
                    List.of((InetSocketAddress) udpOnly.getLocalSocketAddress()), Lookups.SHORT, new InventedAnswers());

            assertThat(deaf.ask(List.of(name("mx")))).isEmpty();
            assertThat(deaf.ask(List.of(name("mx")))).isEmpty();
        }
    }

    private Map<DomainName, HostAnswer> ask(String... hosts) {
        return poll.ask(Stream.of(hosts).map(HostPollTests::name).toList());
    }

    private static DomainName name(String label) {
        return DomainName.of(label + ".example");
    }
}
