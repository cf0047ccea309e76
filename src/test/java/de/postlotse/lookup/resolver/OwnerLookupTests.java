package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.HostAnswer.Cause.SERVER_FAILURE;
import static de.postlotse.lookup.HostAnswer.Cause.TIMEOUT;
import static de.postlotse.lookup.HostAnswer.Cause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.lookup.OwnerLookup.Answer.BelowDname;
import de.postlotse.lookup.OwnerLookup.Answer.Delegated;
import de.postlotse.lookup.OwnerLookup.Answer.IsAlias;
import de.postlotse.lookup.OwnerLookup.Answer.NotServed;
import de.postlotse.lookup.OwnerLookup.Answer.Unknown;
import de.postlotse.lookup.OwnerLookup.Answer.Usable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/** Whether an owner name may carry MX records, by the zone's own name server. */
class OwnerLookupTests {

    @AutoClose
    private final ScriptedDns own = ScriptedDns.authority("kunde.de", "kind.kunde.de", "anders.de");

    private final OwnNameServers zones = Lookups.own(Map.of("kunde.de", own));
    private final OwnerLookup lookup = new DnsOwnerLookup(zones, Lookups.BUDGET);

    @ParameterizedTest
    @ValueSource(
            strings = {"kunde.de", "new.kunde.de", "deep.new.kunde.de", "www.kunde.de", "ent.kunde.de", "*.kunde.de"})
    void apexNewAndExistingNamesAreUsable(String owner) {
        own.with("www.kunde.de A 192.175.48.1", "kunde.de MX 10 mx.hoster.net", "a.ent.kunde.de A 192.175.48.1");

        assertThat(ask(owner)).isEqualTo(usable(null));
    }

    @Test
    void aliasIsToldWithItsEnd() {
        own.with(
                "www.kunde.de CNAME web.kunde.de",
                "web.kunde.de CNAME web.hoster.net",
                "mail.kunde.de CNAME gone.kunde.de");

        assertThat(ask("www.kunde.de")).isEqualTo(new IsAlias(DomainName.of("web.hoster.net")));
        assertThat(ask("mail.kunde.de")).isEqualTo(new IsAlias(DomainName.of("gone.kunde.de")));
        assertThat(ask("below.mail.kunde.de")).isEqualTo(usable(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filiale.kunde.de", "mx.filiale.kunde.de", "a.b.filiale.kunde.de", "*.filiale.kunde.de"})
    void delegationIsToldWithItsCut(String owner) {
        own.with("filiale.kunde.de NS ns.filiale.kunde.de", "ns.filiale.kunde.de A 192.175.48.1");

        assertThat(ask(owner)).isEqualTo(new Delegated(DomainName.of("filiale.kunde.de")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind.kunde.de", "mx.kind.kunde.de", "gone.kind.kunde.de"})
    void childZoneOnTheSameServerIsADelegation(String owner) {
        own.with("mx.kind.kunde.de A 192.175.48.1");

        assertThat(ask(owner)).isEqualTo(new Delegated(DomainName.of("kind.kunde.de")));
    }

    @Test
    void childZoneOfOursIsADelegationWhateverTheServerSays() {
        OwnNameServers both = Lookups.own(Map.of("kunde.de", own, "neu.kunde.de", own));

        assertThat(new DnsOwnerLookup(both, Lookups.BUDGET)
                        .ask(DomainName.of("kunde.de"), DomainName.of("mx.neu.kunde.de"))
                        .join())
                .isEqualTo(new Delegated(DomainName.of("neu.kunde.de")));
    }

    @Test
    void nameBelowDnameIsRedirectedTheDnameItselfIsUsable() {
        own.with("old.kunde.de DNAME new.kunde.de");

        assertThat(ask("mx.old.kunde.de")).isEqualTo(new BelowDname(DomainName.of("old.kunde.de")));
        assertThat(ask("a.mx.old.kunde.de")).isEqualTo(new BelowDname(DomainName.of("old.kunde.de")));
        assertThat(ask("old.kunde.de")).isEqualTo(usable(null));
    }

    @Test
    void zoneThatIsNotOursOrNotLoadedIsNotServed() {
        assertThat(lookup.ask(DomainName.of("fremd.de"), DomainName.of("www.fremd.de"))
                        .join())
                .isEqualTo(new NotServed());
        assertThat(lookup.ask(DomainName.of("sub.kunde.de"), DomainName.of("www.sub.kunde.de"))
                        .join())
                .isEqualTo(new NotServed());
        own.always().refused();
        assertThat(ask("www.kunde.de")).isEqualTo(new NotServed());
    }

    /** A server of the zone above, or one that serves nothing and points to the root. */
    @Test
    void serverOfAnotherZoneDoesNotServeThisOne() {
        try (ScriptedDns parent = ScriptedDns.authority("de").with("kunde.de NS ns.kunde.de")) {
            OwnerLookup wrong =
                    new DnsOwnerLookup(Lookups.own(Map.of("kunde.de", parent, "weg.de", parent)), Lookups.BUDGET);

            assertThat(wrong.ask(DomainName.of("kunde.de"), DomainName.of("www.kunde.de"))
                            .join())
                    .isEqualTo(new NotServed());
            assertThat(wrong.ask(DomainName.of("weg.de"), DomainName.of("www.weg.de"))
                            .join())
                    .isEqualTo(new NotServed());
        }
    }

    @Test
    void failureIsNeitherYesNorNo() {
        OwnerLookup hurried = new DnsOwnerLookup(zones, Lookups.SHORT);
        own.with("www.kunde.de A 192.175.48.1").when("www.kunde.de", Type.TXT).servfail();
        assertThat(ask("www.kunde.de")).isEqualTo(new Unknown(SERVER_FAILURE));
        own.always().servfail();
        own.when("www.kunde.de").servfail();
        assertThat(ask("www.kunde.de")).isEqualTo(new Unknown(SERVER_FAILURE));
        own.when("www.kunde.de").silent();
        assertThat(ask(hurried, "www.kunde.de")).isEqualTo(new Unknown(TIMEOUT));
        own.close();
        Lookups.awaitUnreachable(() -> ask(hurried, "www.kunde.de"), new Unknown(UNREACHABLE));
    }

    @ParameterizedTest
    @CsvSource({
        // covered by the wildcard
        "new.kunde.de,          *.kunde.de",
        "a.b.new.kunde.de,      *.kunde.de",
        "*.new.kunde.de,        *.kunde.de",
        "new.sub.kunde.de,      *.sub.kunde.de",
        "a.new.sub.kunde.de,    *.sub.kunde.de",
        // the same data at both wildcards: the name that the lower one hangs on exists
        "new.same.kunde.de,     *.same.kunde.de",
        // exist themselves
        "www.kunde.de,",
        "twin.kunde.de,",
        "ent.kunde.de,",
        "*.kunde.de,",
        "*.sub.kunde.de,",
        "sub.kunde.de,",
        "same.kunde.de,",
        // the name between blocks the wildcard
        "new.www.kunde.de,",
        "new.ent.kunde.de,",
        "a.new.twin.kunde.de,"
    })
    void findsTheWildcardThatANewNameHides(String owner, @Nullable String hidden) {
        own.with("*.kunde.de A 192.175.48.1", "*.kunde.de MX 10 mx.hoster.net", "www.kunde.de A 192.175.48.2");
        own.with("twin.kunde.de A 192.175.48.1", "twin.kunde.de MX 10 mx.hoster.net");
        own.with("a.ent.kunde.de A 192.175.48.1", "*.sub.kunde.de TXT sub");
        own.with("*.same.kunde.de A 192.175.48.1", "*.same.kunde.de MX 10 mx.hoster.net", "same.kunde.de TXT x");

        assertThat(ask(owner)).isEqualTo(usable(hidden));
    }

    @ParameterizedTest
    @CsvSource({"new.kunde.de, *.kunde.de", "a.new.kunde.de, *.kunde.de", "x.lost.kunde.de, *.lost.kunde.de"})
    void nameThatOnlyAWildcardAliasCoversIsUsable(String owner, String hidden) {
        own.with("*.kunde.de CNAME web.hoster.net", "*.lost.kunde.de CNAME gone.kunde.invalid");

        assertThat(ask(owner)).isEqualTo(usable(hidden));
    }

    @Test
    void aliasWithTheDataOfTheWildcardIsStillAnAlias() {
        own.with(
                "*.kunde.de CNAME web.hoster.net",
                "www.kunde.de CNAME web.hoster.net",
                "*.a.kunde.de CNAME a.hoster.net");

        assertThat(ask("www.kunde.de")).isEqualTo(new IsAlias(DomainName.of("web.hoster.net")));
        assertThat(ask("*.a.kunde.de")).isEqualTo(new IsAlias(DomainName.of("a.hoster.net")));
    }

    @Test
    void longestNameIsAskedToo() {
        String label = "a".repeat(60);
        String owner = String.join(".", label, label, label, label) + ".kunde.de";
        own.with("*.kunde.de TXT x");

        assertThat(ask(owner)).isEqualTo(usable("*.kunde.de"));
    }

    private OwnerLookup.Answer ask(String owner) {
        return ask(lookup, owner);
    }

    private static OwnerLookup.Answer ask(OwnerLookup lookup, String owner) {
        return lookup.ask(DomainName.of("kunde.de"), DomainName.of(owner)).join();
    }

    private static Usable usable(@Nullable String hiddenWildcard) {
        return new Usable(hiddenWildcard == null ? null : DomainName.of(hiddenWildcard));
    }
}
