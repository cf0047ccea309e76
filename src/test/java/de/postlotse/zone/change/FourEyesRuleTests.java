package de.postlotse.zone.change;

import static de.postlotse.account.Callers.ADMIN;
import static de.postlotse.account.Callers.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.zone.Snapshots;
import de.postlotse.zone.change.FourEyesProperties.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which changes wait for a second pair of eyes, and which never. */
class FourEyesRuleTests {

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    private static final Caller CUSTOMER = new Caller("kunde1", Role.CUSTOMER, "10001", "127.0.0.1");
    private static final DomainName OWNER = DomainName.of("kunde.de");
    private static final Optional<MxSet> SERVER = set(MxRecord.of(10, "mx1.example.net"));
    private static final Optional<MxSet> OTHER = set(MxRecord.of(10, "mx2.example.net"));
    private static final Optional<MxSet> NULL_MX = set(MxRecord.NULL_MX);
    private static final Optional<MxSet> NONE = Optional.empty();

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(CUSTOMER, SERVER, OTHER, Set.of(Harm.ALL_SERVERS_CHANGE), Set.of()),
                arguments(SUPPORT, SERVER, OTHER, Set.of(Harm.ALL_SERVERS_CHANGE), Set.of(Kind.STAFF_EDIT)),
                arguments(ADMIN, SERVER, NONE, Set.of(Harm.MAIL_STOPS), Set.of(Kind.STAFF_EDIT)),
                arguments(CUSTOMER, SERVER, NONE, Set.of(Harm.MAIL_STOPS), Set.of()),
                arguments(CUSTOMER, SERVER, NULL_MX, Set.of(Harm.MAIL_STOPS), Set.of(Kind.NULL_MX)),
                arguments(CUSTOMER, NONE, NULL_MX, Set.of(), Set.of(Kind.NULL_MX)),
                arguments(CUSTOMER, NULL_MX, SERVER, Set.of(), Set.of()),
                arguments(CUSTOMER, NULL_MX, NULL_MX, Set.of(), Set.of()),
                arguments(SUPPORT, SERVER, NULL_MX, Set.of(Harm.MAIL_STOPS), Set.of(Kind.NULL_MX, Kind.STAFF_EDIT)),
                arguments(
                        CUSTOMER,
                        SERVER,
                        OTHER,
                        Set.of(Harm.MAIL_LEAVES_OUR_SERVERS),
                        Set.of(Kind.MAIL_LEAVES_OUR_SERVERS)),
                arguments(
                        SUPPORT,
                        SERVER,
                        OTHER,
                        Set.of(Harm.MAIL_LEAVES_OUR_SERVERS),
                        Set.of(Kind.MAIL_LEAVES_OUR_SERVERS, Kind.STAFF_EDIT)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void waitsForEachKindThatTheOperatorNames(
            Caller editor, Optional<MxSet> before, Optional<MxSet> after, Set<Harm> harms, Set<Kind> why) {
        assertThat(rule(ALL, 0).why(change(before, after, harms), editor)).isEqualTo(why);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothingWaitsUnlessItsKindIsNamed(
            Caller editor, Optional<MxSet> before, Optional<MxSet> after, Set<Harm> harms, Set<Kind> why) {
        ALL.forEach(kind -> assertThat(
                        rule(EnumSet.complementOf(EnumSet.of(kind)), 0).why(change(before, after, harms), editor))
                .doesNotContain(kind));
        assertThat(rule(Set.of(), 0).why(change(before, after, harms), editor)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aHarmlessChangeNeverWaits(Role role) {
        Caller editor = role.isStaff() ? new Caller("staff", role, null, "127.0.0.1") : CUSTOMER;

        assertThat(rule(ALL, 0).why(change(SERVER, OTHER, Set.of()), editor)).isEmpty();
    }

    @Test
    void mailOfOneZoneMayLeaveWhereSeveralAreAllowed() {
        ChangePreview leaving = change(SERVER, OTHER, Set.of(Harm.MAIL_LEAVES_OUR_SERVERS));

        assertThat(rule(ALL, 1).why(leaving, CUSTOMER)).isEmpty();
        assertThat(rule(ALL, 0).why(leaving, CUSTOMER)).containsExactly(Kind.MAIL_LEAVES_OUR_SERVERS);
    }

    private static FourEyesRule rule(Set<Kind> kinds, int zones) {
        return new FourEyesRule(new FourEyesProperties(kinds, zones));
    }

    private static ChangePreview change(Optional<MxSet> before, Optional<MxSet> after, Set<Harm> harms) {
        return new ChangePreview(
                CheckedChange.unchecked(
                        Snapshots.live(OWNER, before.stream().toArray(MxSet[]::new)), Map.of(OWNER, after)),
                List.of(new SetChange(OWNER, before, after)),
                harms,
                Map.of(),
                Map.of());
    }

    private static Optional<MxSet> set(MxRecord record) {
        return Optional.of(MxSet.of(OWNER, new Ttl(3600), List.of(record)));
    }
}
