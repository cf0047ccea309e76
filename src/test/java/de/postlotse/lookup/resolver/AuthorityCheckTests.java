package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.HostAnswer.Cause.ALIAS_END_UNKNOWN;
import static de.postlotse.lookup.resolver.Lookups.addresses;
import static de.postlotse.lookup.resolver.Lookups.alias;
import static de.postlotse.lookup.resolver.Lookups.ask;
import static de.postlotse.lookup.resolver.Lookups.dangling;
import static de.postlotse.lookup.resolver.Lookups.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.DnsCheck;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostLookup;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** A resolver's "does not exist" may be old; the zone's own servers are asked before it counts. */
class AuthorityCheckTests {

    private static final String ADDRESS = "192.175.48.1";

    private final ScriptedDns resolver = ScriptedDns.resolver();
    private final ScriptedDns authority = ScriptedDns.authority("hoster.net");
    private final HostLookup lookup = lookup(true, InetAddress::isLoopbackAddress, Lookups.BUDGET);

    @BeforeEach
    void publishNameServers() {
        resolver.with("hoster.net SOA ns.hoster.net. h.hoster.net. 1 2 3 4 5");
        resolver.with("hoster.net NS ns.hoster.net", "ns.hoster.net A 127.0.0.1");
    }

    @AfterEach
    void close() {
        resolver.close();
        authority.close();
    }

    @Test
    void hostThatWasCreatedAMinuteAgoExists() {
        authority.with("new.hoster.net A " + ADDRESS, "text.hoster.net AAAA 2620:4f:8000::1");
        resolver.with("text.hoster.net TXT x");

        assertThat(ask(lookup, "new.hoster.net")).isEqualTo(addresses(true, ADDRESS));
        assertThat(ask(lookup, "text.hoster.net")).isEqualTo(addresses(true, "2620:4f:8000::1"));
    }

    @Test
    void resolverIsBelievedWhereTheZoneAgrees() {
        resolver.with("text.hoster.net TXT x");

        assertThat(ask(lookup, "gone.hoster.net")).isEqualTo(new NoSuchName());
        assertThat(ask(lookup, "text.hoster.net")).isEqualTo(new NoAddress());
        assertThat(authority.queries("gone.hoster.net", Type.A)).isOne();
    }

    @Test
    void nothingElseIsConfirmed() {
        resolver.with("mx.hoster.net A " + ADDRESS, "www.hoster.net CNAME mx.hoster.net");
        resolver.when("sf.hoster.net").servfail();

        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, ADDRESS));
        assertThat(ask(lookup, "www.hoster.net")).isEqualTo(alias("mx.hoster.net"));
        assertThat(ask(lookup, "sf.hoster.net")).isInstanceOf(HostAnswer.Unknown.class);
        assertThat(authority.queries()).isZero();
    }

    @Test
    void newAliasIsFollowedToItsEnd() {
        authority.with("in.hoster.net CNAME mx.hoster.net", "mx.hoster.net A " + ADDRESS);
        authority.with("out.hoster.net CNAME mx.other.net", "bad.hoster.net CNAME gone.other.net");
        authority.with("a.hoster.net CNAME b.hoster.net", "b.hoster.net CNAME a.hoster.net");
        resolver.with("mx.other.net A " + ADDRESS);

        assertThat(ask(lookup, "in.hoster.net")).isEqualTo(alias("mx.hoster.net"));
        assertThat(ask(lookup, "out.hoster.net")).isEqualTo(alias("mx.other.net"));
        assertThat(ask(lookup, "bad.hoster.net")).isEqualTo(dangling("gone.other.net"));
        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
    }

    @Test
    void resolverIsBelievedWhereTheZoneCannotBeAsked() {
        authority.with("mx.hoster.net A " + ADDRESS);
        authority.always().refused();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(new NoSuchName());
        authority.always().servfail();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(new NoSuchName());
        resolver.when("hoster.net", Type.NS).servfail();
        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(new NoSuchName());
    }

    @Test
    void silentZoneDoesNotUseUpTheBudget() {
        HostLookup hurried = lookup(true, InetAddress::isLoopbackAddress, Lookups.HURRIED);
        authority.always().silent();
        assertThat(ask(hurried, "mx.hoster.net")).isEqualTo(new NoSuchName());
        resolver.when("hoster.net", Type.NS).silent();
        assertThat(ask(hurried, "mx.hoster.net")).isEqualTo(new NoSuchName());
    }

    @Test
    void oneServerThatHasTheHostIsEnough() {
        resolver.with("hoster.net NS ns2.hoster.net", "ns2.hoster.net A 127.0.0.2");
        authority.with("new.hoster.net A " + ADDRESS);

        assertThat(ask(lookup, "new.hoster.net")).isEqualTo(addresses(true, ADDRESS));
    }

    @Test
    void oneCheckOfManyInventedHostsSendsFewPacketsToTheirZone() {
        authority.always().silent();
        DnsCheck.begin();
        try {
            List<CompletableFuture<HostAnswer>> answers = IntStream.range(0, 20)
                    .mapToObj(number -> lookup.ask(DomainName.of("erfunden" + number + ".hoster.net")))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(new NoSuchName()));
        } finally {
            DnsCheck.end();
        }
        assertThat(authority.queries()).isBetween(1, 10);
    }

    @Test
    void severalNewHostsOfOneCheckAreAllFound() {
        authority.with("new1.hoster.net A " + ADDRESS, "new2.hoster.net A " + ADDRESS, "new3.hoster.net A " + ADDRESS);
        DnsCheck.begin();
        try {
            List<CompletableFuture<HostAnswer>> answers = IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> lookup.ask(DomainName.of("new" + number + ".hoster.net")))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(addresses(true, ADDRESS)));
        } finally {
            DnsCheck.end();
        }
    }

    /** Whoever runs a zone chooses its servers' addresses: ours must not be among them. */
    @Test
    void serverOnAPrivateAddressIsNotAsked() {
        authority.with("new.hoster.net A " + ADDRESS);
        HostLookup careful =
                lookup(true, AuthorityCheck.Policy.onTheInternet(true).mayBeAsked(), Lookups.BUDGET);

        assertThat(ask(careful, "new.hoster.net")).isEqualTo(new NoSuchName());
        assertThat(authority.queries()).isZero();
    }

    @Test
    void nobodyIsAskedWhereThatIsSwitchedOff() {
        HostLookup without = lookup(false, InetAddress::isLoopbackAddress, Lookups.BUDGET);

        assertThat(ask(without, "new.hoster.net")).isEqualTo(new NoSuchName());
        assertThat(authority.queries()).isZero();
        assertThat(resolver.queries("hoster.net", Type.NS)).isZero();
    }

    @Test
    void zoneThatIsNewItselfIsFoundByTheReferralToIt() {
        authority.with("mx.new.hoster.net A " + ADDRESS);
        authority
                .when("mx.new.hoster.net", Type.A)
                .refersOnceTo("new.hoster.net NS ns.new.hoster.net", "ns.new.hoster.net A 127.0.0.1");

        assertThat(ask(lookup, "mx.new.hoster.net")).isEqualTo(addresses(true, ADDRESS));
        assertThat(authority.queries("mx.new.hoster.net", Type.A)).isEqualTo(2);
    }

    @Test
    void referralsUpwardsOrInCirclesAreNotFollowed() {
        String[] circle = {"hoster.net NS ns.hoster.net", "ns.hoster.net A 127.0.0.1"};
        authority.with("mx.new.hoster.net A " + ADDRESS);
        authority.when("mx.new.hoster.net", Type.A).refersOnceTo(circle);

        assertThat(ask(lookup, "mx.new.hoster.net")).isEqualTo(new NoSuchName());
        assertThat(authority.queries("mx.new.hoster.net", Type.A)).isOne();
    }

    @Test
    void zoneOfTheAnswerMustBeAboveTheName() {
        resolver.when("mx.other.net").answers();
        authority.with("mx.other.net A " + ADDRESS);

        assertThat(ask(lookup, "mx.other.net")).isEqualTo(new NoAddress());
        assertThat(authority.queries()).isZero();
    }

    private HostLookup lookup(boolean confirm, Predicate<InetAddress> mayBeAsked, Duration budget) {
        return new DnsHostLookup(
                Asker.ofResolvers(Lookups.addresses(resolver)),
                Lookups.own(Map.of()),
                budget,
                new AuthorityCheck.Policy(confirm, authority.port(), mayBeAsked));
    }
}
