package de.postlotse.lookup.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.DelegationLookup;
import de.postlotse.lookup.DelegationLookup.Answer.Elsewhere;
import de.postlotse.lookup.DelegationLookup.Answer.None;
import de.postlotse.lookup.DelegationLookup.Answer.Ours;
import de.postlotse.lookup.DelegationLookup.Answer.Unknown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which name servers the world is sent to for a zone of ours. */
class DelegationLookupTests {

    private final ScriptedDns own = ScriptedDns.authority("kunde.de");
    private final ScriptedDns resolver = ScriptedDns.resolver();
    private final ScriptedDns parent = ScriptedDns.authority("de");

    @BeforeEach
    void nameServersOfTheZoneItself() {
        own.with("kunde.de NS ns1.hoster.net", "kunde.de NS ns2.hoster.net");
        resolver.with(
                "de NS a.nic.de", "a.nic.de A " + parent.address().getAddress().getHostAddress());
    }

    @AfterEach
    void close() {
        own.close();
        resolver.close();
        parent.close();
    }

    @Test
    void oneOfOursIsEnough() {
        resolver.with("kunde.de NS NS2.hoster.net", "kunde.de NS ns.anderswo.net");

        assertThat(ask(true)).isEqualTo(new Ours());
        assertThat(parent.queries()).isZero();
    }

    @Test
    void othersOnlyAreElsewhere() {
        resolver.with("kunde.de NS ns.anderswo.net");

        assertThat(ask(false)).isEqualTo(new Elsewhere(List.of(DomainName.of("ns.anderswo.net"))));
    }

    @Test
    void zoneAboveHasTheLastWord() {
        resolver.with("kunde.de NS ns.anderswo.net");
        parent.with("kunde.de NS ns1.hoster.net", "kunde.de NS ns2.hoster.net");

        assertThat(ask(true)).isEqualTo(new Ours());
    }

    @Test
    void domainThatTheZoneAboveDoesNotKnowIsNobodys() {
        assertThat(ask(true)).isEqualTo(new None());
        assertThat(ask(false)).isEqualTo(new None());
    }

    @Test
    void newDomainIsOursBeforeTheResolverKnowsIt() {
        parent.with("kunde.de NS ns1.hoster.net");

        assertThat(ask(true)).isEqualTo(new Ours());
    }

    @Test
    void silenceOfTheZoneAboveLeavesTheResolversWord() {
        parent.always().silent();

        assertThat(ask(true)).isEqualTo(new None());
    }

    @Test
    void failureOfTheResolverIsNoAnswer() {
        resolver.when("kunde.de").servfail();

        assertThat(ask(true)).isEqualTo(new Unknown());
    }

    @Test
    void withoutTheZonesOwnWordNothingCanBeSaid() {
        own.always().refused();

        assertThat(ask(true)).isEqualTo(new Unknown());
    }

    @Test
    void zoneThatIsNotOursIsNotLookedAt() {
        assertThat(lookup(true).ask(DomainName.of("fremd.de")).join()).isEqualTo(new Unknown());
    }

    private DelegationLookup.Answer ask(boolean atParent) {
        return lookup(atParent).ask(DomainName.of("kunde.de")).join();
    }

    private DelegationLookup lookup(boolean atParent) {
        AuthorityCheck.Policy policy = new AuthorityCheck.Policy(atParent, parent.port(), address -> true);
        return new DnsDelegationLookup(
                Asker.ofResolvers(List.of(resolver.address())),
                Lookups.own(Map.of("kunde.de", own)),
                Lookups.BUDGET,
                policy);
    }
}
