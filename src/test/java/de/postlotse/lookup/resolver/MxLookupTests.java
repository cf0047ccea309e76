package de.postlotse.lookup.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.MxLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** What the answers to the question for MX records mean. */
class MxLookupTests {

    private final ScriptedDns dns = ScriptedDns.resolver();
    private final ScriptedDns ours = ScriptedDns.authority("kunde.de");

    @AfterEach
    void close() {
        dns.close();
        ours.close();
    }

    @Test
    void findsAllRecordsInTheirOrder() {
        dns.with("a.net MX 20 mx2.a.net", "a.net MX 10 mx1.a.net", "a.net MX 0 .");

        assertThat(ask("a.net"))
                .isEqualTo(records("a.net", MxRecord.NULL_MX, mx(10, "mx1.a.net"), mx(20, "mx2.a.net")));
    }

    @Test
    void tellsNameWithoutMxFromMissingName() {
        dns.with("a.net A 192.175.48.1");

        assertThat(ask("a.net")).isEqualTo(new MxLookup.Answer.NoMx(DomainName.of("a.net")));
        assertThat(ask("gone.net")).isEqualTo(new MxLookup.Answer.NoSuchName());
    }

    @Test
    void followsAnAliasAtTheDomainItself() {
        dns.with("a.net CNAME b.net", "b.net CNAME c.net", "c.net MX 10 mx.c.net", "d.net CNAME e.net", "e.net TXT x");

        assertThat(ask("a.net")).isEqualTo(records("c.net", mx(10, "mx.c.net")));
        assertThat(ask("d.net")).isEqualTo(new MxLookup.Answer.NoMx(DomainName.of("e.net")));
    }

    @Test
    void aliasThatLeadsNowhereIsNoSuchName() {
        dns.with("a.net CNAME gone.net");

        assertThat(ask("a.net")).isEqualTo(new MxLookup.Answer.NoSuchName());
    }

    @Test
    void wildcardAnswersOnlyForNamesThatDoNotExist() {
        dns.with("*.a.net MX 10 mx.a.net", "www.a.net A 192.175.48.1");

        assertThat(ask("shop.a.net")).isEqualTo(records("shop.a.net", mx(10, "mx.a.net")));
        assertThat(ask("www.a.net")).isEqualTo(new MxLookup.Answer.NoMx(DomainName.of("www.a.net")));
    }

    @Test
    void failuresAndLoopsAreNeitherYesNorNo() {
        dns.when("broken.net").servfail();
        dns.when("refused.net").refused();
        dns.when("silent.net").silent();
        dns.with("a.net CNAME b.net", "b.net CNAME a.net");

        assertThat(ask("broken.net")).isEqualTo(new MxLookup.Answer.Unknown(Cause.SERVER_FAILURE));
        assertThat(ask("refused.net")).isEqualTo(new MxLookup.Answer.Unknown(Cause.REFUSED));
        assertThat(ask("silent.net", Lookups.SHORT)).isEqualTo(new MxLookup.Answer.Unknown(Cause.TIMEOUT));
        assertThat(ask("a.net")).isEqualTo(new MxLookup.Answer.Unknown(Cause.ALIAS_END_UNKNOWN));
    }

    @Test
    void readsLongAnswersOverTcp() {
        dns.with(IntStream.range(0, 60)
                .mapToObj(i -> "a.net MX " + i + " mx" + i + ".a.net")
                .toArray(String[]::new));
        dns.when("a.net", Type.MX).truncated();

        assertThat(ask("a.net"))
                .isInstanceOfSatisfying(
                        MxLookup.Answer.Records.class,
                        found -> assertThat(found.records()).hasSize(60));
    }

    @Test
    void ownZonesAreAskedAtTheirOwnNameServer() {
        ours.with("kunde.de MX 10 mx.kunde.de");
        dns.with("kunde.de MX 10 old.kunde.de");

        assertThat(ask("kunde.de")).isEqualTo(records("kunde.de", mx(10, "mx.kunde.de")));
        assertThat(ask("gone.kunde.de")).isEqualTo(new MxLookup.Answer.NoSuchName());
        assertThat(dns.queries()).isZero();
    }

    @Test
    void aliasOutOfAnOwnZoneIsFollowedElsewhere() {
        ours.with("shop.kunde.de CNAME shop.net", "sub.kunde.de NS ns.else.net");
        dns.with("shop.net MX 10 mx.shop.net", "sub.kunde.de MX 10 mx.else.net");

        assertThat(ask("shop.kunde.de")).isEqualTo(records("shop.net", mx(10, "mx.shop.net")));
        assertThat(ask("sub.kunde.de")).isEqualTo(records("sub.kunde.de", mx(10, "mx.else.net")));
    }

    private MxLookup.Answer ask(String domain) {
        return ask(domain, Lookups.BUDGET);
    }

    private MxLookup.Answer ask(String domain, Duration budget) {
        return new DnsMxLookup(Asker.ofResolvers(Lookups.addresses(dns)), Lookups.own(Map.of("kunde.de", ours)), budget)
                .ask(DomainName.of(domain))
                .join();
    }

    private static MxLookup.Answer records(String owner, MxRecord... records) {
        return new MxLookup.Answer.Records(DomainName.of(owner), List.of(records));
    }

    private static MxRecord mx(int preference, String target) {
        return MxRecord.of(preference, target);
    }
}
