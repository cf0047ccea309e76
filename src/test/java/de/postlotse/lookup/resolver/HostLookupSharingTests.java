package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.resolver.Lookups.addresses;
import static de.postlotse.lookup.resolver.Lookups.ask;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostLookup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** Concurrent questions are asked once, later ones again. */
class HostLookupSharingTests {

    private static final DomainName HOST = DomainName.of("mx.hoster.net");

    @AutoClose
    private final ScriptedDns dns = ScriptedDns.resolver();

    private final HostLookup lookup = Lookups.asking(dns);

    @Test
    void concurrentQuestionsAreAskedOnce() {
        dns.with("mx.hoster.net A 192.175.48.1").when("mx.hoster.net").after(Duration.ofMillis(200));

        List<CompletableFuture<HostAnswer>> answers =
                IntStream.range(0, 50).mapToObj(i -> lookup.ask(HOST)).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(addresses(true, "192.175.48.1")));
        assertThat(dns.queries("mx.hoster.net", Type.A)).isOne();
        assertThat(dns.queries("mx.hoster.net", Type.AAAA)).isOne();
        assertThat(dns.queries("mx.hoster.net", Type.CNAME)).isOne();
    }

    @Test
    void whoGivesUpDoesNotEndTheOthersQuestion() {
        dns.with("mx.hoster.net A 192.175.48.1").when("mx.hoster.net").after(Duration.ofMillis(200));
        CompletableFuture<HostAnswer> first = lookup.ask(HOST);
        CompletableFuture<HostAnswer> second = lookup.ask(HOST);

        first.cancel(true);

        assertThat(second.join()).isEqualTo(addresses(true, "192.175.48.1"));
    }

    @Test
    void doesNotExistIsNotKept() {
        IntStream.range(0, 50).forEach(i -> {
            String host = "mx" + i + ".hoster.net";
            assertThat(ask(lookup, host)).isEqualTo(new NoSuchName());
            dns.with(host + " A 192.175.48.1");
            assertThat(ask(lookup, host)).isEqualTo(addresses(true, "192.175.48.1"));
        });
    }

    @Test
    void nothingElseIsKeptEither() {
        dns.with("mx.hoster.net A 192.175.48.1");
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
        dns.without("mx.hoster.net").when("mx.hoster.net").servfail();
        assertThat(ask(lookup, "mx.hoster.net")).isInstanceOf(HostAnswer.Unknown.class);
        dns.when("mx.hoster.net").answersAgain();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(new NoSuchName());
    }
}
