package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.HostAnswer.Cause.ALIAS_END_UNKNOWN;
import static de.postlotse.lookup.HostAnswer.Cause.SERVER_FAILURE;
import static de.postlotse.lookup.HostAnswer.Cause.TIMEOUT;
import static de.postlotse.lookup.resolver.Lookups.addresses;
import static de.postlotse.lookup.resolver.Lookups.alias;
import static de.postlotse.lookup.resolver.Lookups.ask;
import static de.postlotse.lookup.resolver.Lookups.dangling;
import static de.postlotse.lookup.resolver.Lookups.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.OwnNameServers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** Hosts in zones that we publish: our own name server is asked, its data is right. */
class OwnZoneHostTests {

    private static final String FRESH = "192.175.48.1";
    private static final String STALE = "192.175.48.99";

    private final ScriptedDns own = ScriptedDns.authority("kunde.de");
    private final ScriptedDns other = ScriptedDns.authority("verein.org");
    private final ScriptedDns resolver = ScriptedDns.resolver();
    private final OwnNameServers zones = Lookups.own(Map.of("kunde.de", own, "verein.org", other));
    private final HostLookup lookup = Lookups.with(zones, Lookups.BUDGET, resolver);

    @BeforeEach
    void delegate() {
        own.with("filiale.kunde.de NS ns.filiale.kunde.de", "ns.filiale.kunde.de A " + STALE);
    }

    @AfterEach
    void close() {
        own.close();
        other.close();
        resolver.close();
    }

    @Test
    void ownDataIsRightWhateverAResolverSays() {
        own.with("new.kunde.de A " + FRESH, "both.kunde.de A " + FRESH, "txt.kunde.de TXT x");
        resolver.with("both.kunde.de A " + STALE, "deleted.kunde.de A " + STALE, "txt.kunde.de A " + STALE);

        assertThat(ask(lookup, "new.kunde.de")).isEqualTo(addresses(true, FRESH));
        assertThat(ask(lookup, "both.kunde.de")).isEqualTo(addresses(true, FRESH));
        assertThat(ask(lookup, "deleted.kunde.de")).isEqualTo(new NoSuchName());
        assertThat(ask(lookup, "txt.kunde.de")).isEqualTo(new NoAddress());
        assertThat(resolver.queries()).isZero();
    }

    @Test
    void wildcardGivesAddresses() {
        own.with("*.w.kunde.de A " + FRESH);

        assertThat(ask(lookup, "mx.w.kunde.de")).isEqualTo(addresses(true, FRESH));
    }

    @Test
    void belowADelegationTheResolverIsAsked() {
        resolver.with("mx.filiale.kunde.de A " + FRESH);

        assertThat(ask(lookup, "mx.filiale.kunde.de")).isEqualTo(addresses(true, FRESH));
        assertThat(ask(lookup, "gone.filiale.kunde.de")).isEqualTo(new NoSuchName());
        // Glue is not data of our zone.
        assertThat(ask(lookup, "ns.filiale.kunde.de")).isEqualTo(new NoSuchName());
    }

    @Test
    void whereTheOwnServerRefusesTheResolverIsAsked() {
        own.always().refused();
        resolver.with("mx.kunde.de A " + FRESH);

        assertThat(ask(lookup, "mx.kunde.de")).isEqualTo(addresses(true, FRESH));
    }

    @Test
    void failingOwnServerIsNotReplacedByAResolver() {
        resolver.with("mx.kunde.de A " + STALE);
        own.always().servfail();
        assertThat(ask(lookup, "mx.kunde.de")).isEqualTo(unknown(SERVER_FAILURE));
        own.always().silent();
        assertThat(ask(Lookups.with(zones, Lookups.SHORT, resolver), "mx.kunde.de"))
                .isEqualTo(unknown(TIMEOUT));
    }

    @Test
    void followsAliasInsideTheZone() {
        own.with("www.kunde.de CNAME web.kunde.de", "web.kunde.de A " + FRESH, "x.kunde.de CNAME gone.kunde.de");
        own.with("old.kunde.de DNAME kunde.de");

        assertThat(ask(lookup, "www.kunde.de")).isEqualTo(alias("web.kunde.de"));
        assertThat(ask(lookup, "web.old.kunde.de")).isEqualTo(alias("web.kunde.de"));
        assertThat(ask(lookup, "x.kunde.de")).isEqualTo(dangling("gone.kunde.de"));
        assertThat(resolver.queries()).isZero();
    }

    @Test
    void followsAliasThatLeavesTheZone() {
        own.with("mail.kunde.de CNAME mx.hoster.net", "bad.kunde.de CNAME gone.hoster.net");
        own.with("sf.kunde.de CNAME sf.hoster.net", "far.kunde.de CNAME www.hoster.net");
        resolver.with("mx.hoster.net A " + FRESH, "www.hoster.net CNAME mx.hoster.net");
        resolver.when("sf.hoster.net").servfail();

        assertThat(ask(lookup, "mail.kunde.de")).isEqualTo(alias("mx.hoster.net"));
        assertThat(ask(lookup, "far.kunde.de")).isEqualTo(alias("mx.hoster.net"));
        assertThat(ask(lookup, "bad.kunde.de")).isEqualTo(dangling("gone.hoster.net"));
        assertThat(ask(lookup, "sf.kunde.de")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
    }

    @Test
    void followsAliasIntoAnotherZoneOfOurs() {
        own.with("mail.kunde.de CNAME mx.verein.org", "a.kunde.de CNAME b.verein.org");
        other.with("mx.verein.org A " + FRESH, "b.verein.org CNAME a.kunde.de");

        assertThat(ask(lookup, "mail.kunde.de")).isEqualTo(alias("mx.verein.org"));
        assertThat(ask(lookup, "a.kunde.de")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
        assertThat(resolver.queries()).isZero();
    }

    @Test
    void oneFamilyIsEnough() {
        own.with("mx.kunde.de A " + FRESH);
        own.when("mx.kunde.de", Type.AAAA).servfail();

        assertThat(ask(lookup, "mx.kunde.de")).isEqualTo(addresses(false, FRESH));
    }
}
