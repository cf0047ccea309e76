package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.zone.ServersJudged.Servers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTests {

    private static final DomainName APEX = DomainName.of("kunde.de");
    private static final DomainName SHOP = DomainName.of("shop.kunde.de");
    private static final DomainName ALL = DomainName.of("*.kunde.de");
    private static final Ttl HOUR = new Ttl(3_600);
    private static final MxRecord MAIN = MxRecord.of(10, "mx1.hoster.net");
    private static final MxRecord BACKUP = MxRecord.of(20, "mx2.hoster.net");
    private static final MxSet APEX_SET = MxSet.of(APEX, HOUR, List.of(MAIN, BACKUP));
    private static final MxSet SHOP_SET = MxSet.of(SHOP, new Ttl(300), List.of(MAIN));
    private static final MxSet WILDCARD_SET = MxSet.of(ALL, HOUR, List.of(BACKUP));
    private static final OwnMailServers OWN = new OwnMailServers(
            List.of(new OwnMailServers.Server("mx1.hoster.net", 10), new OwnMailServers.Server("mx2.hoster.net", 20)));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void isTakenOverAsItIsServed() {
        Zone zone = takenOver(SHOP_SET, WILDCARD_SET, APEX_SET);

        assertThat(zone.mxSets()).containsExactly(APEX_SET, WILDCARD_SET, SHOP_SET);
        assertThat(zone.version()).isEqualTo(1);
        assertThat(zone.name()).isEqualTo(APEX);
        assertThat(zone.customer()).isEqualTo("10001");
        assertThat(zone.nameServer()).isEqualTo("embedded");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mx1.hoster.net,               HOSTER
            mx1.hoster.net mx2.hoster.net,  HOSTER
            MX2.Hoster.net.,              HOSTER
            mx1.kunde.de,                 OTHER_SERVERS
            mx1.hoster.net mx1.kunde.de,  OTHER_SERVERS
            .,                            NO_MAIL
            . mx1.hoster.net,             OTHER_SERVERS
            '',                           UNSET
            """)
    void standsAsItsOwnRecordsSay(String targets, MailState state) {
        List<MxRecord> records = targets.isEmpty()
                ? List.of()
                : List.of(targets.split(" ")).stream()
                        .map(target -> MxRecord.of(10, target))
                        .toList();
        Zone zone = records.isEmpty() ? takenOver(SHOP_SET) : takenOver(SHOP_SET, MxSet.of(APEX, HOUR, records));

        assertThat(zone.mailState()).isEqualTo(state);
    }

    @Test
    void standsWithOtherServersWhereTheHosterHasNone() {
        Zone zone =
                Zone.takenOver(APEX, "10001", "embedded", List.of(APEX_SET), 1, new OwnMailServers(List.of()), NOON);

        assertThat(zone.mailState()).isEqualTo(MailState.OTHER_SERVERS);
    }

    @Test
    void changeTakesOnlyItsOwnersToTheirNewState() {
        Zone zone = takenOver(APEX_SET, SHOP_SET);
        MxSet newShop = MxSet.of(SHOP, HOUR, List.of(BACKUP));

        Optional<ChangedSets> changed =
                zone.change(Map.of(SHOP, Optional.of(newShop), ALL, Optional.of(WILDCARD_SET)), OWN, NOON);

        assertThat(changed).contains(new ChangedSets(List.of(SHOP_SET), List.of(WILDCARD_SET, newShop)));
        assertThat(zone.mxSets()).containsExactly(APEX_SET, WILDCARD_SET, newShop);
        assertThat(zone.version()).isEqualTo(2);
    }

    @Test
    void changeToNothingRemovesTheSet() {
        Zone zone = takenOver(APEX_SET, SHOP_SET);

        assertThat(zone.change(Map.of(APEX, Optional.empty()), OWN, NOON))
                .contains(new ChangedSets(List.of(APEX_SET), List.of()));
        assertThat(zone.mxSets()).containsExactly(SHOP_SET);
        zone.served(2, List.copyOf(zone.mxSets()), 7, NOON, true);
        assertThat(zone.mailState()).isEqualTo(MailState.UNSET);
    }

    @Test
    void changeThatChangesNothingKeepsTheVersion() {
        Zone zone = takenOver(APEX_SET);
        MxSet same = MxSet.of(APEX, HOUR, List.of(BACKUP, MxRecord.of(10, "MX1.hoster.net.")));

        assertThat(zone.change(Map.of(APEX, Optional.of(same)), OWN, NOON)).isEmpty();
        assertThat(zone.change(Map.of(SHOP, Optional.empty()), OWN, NOON)).isEmpty();
        assertThat(zone.change(Map.of(), OWN, NOON)).isEmpty();
        assertThat(zone.version()).isEqualTo(1);
        assertThat(zone.mailState()).isEqualTo(MailState.HOSTER);
    }

    @Test
    void changeOfNothingButTheTtlIsAChange() {
        Zone zone = takenOver(APEX_SET);

        assertThat(zone.change(Map.of(APEX, Optional.of(new MxSet(APEX, new Ttl(60), APEX_SET.records()))), OWN, NOON))
                .isPresent();
        assertThat(zone.version()).isEqualTo(2);
    }

    @Test
    void changeIsOnItsWayUntilTheNameServerHasIt() {
        Zone zone = changed();
        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);

        zone.served(2, List.copyOf(zone.mxSets()), 8, NOON, true);

        assertThat(zone.mailState()).isEqualTo(MailState.NO_MAIL);
    }

    @Test
    void olderVersionThanIsKnownIsOldNews() {
        Zone zone = changed();
        zone.served(2, List.copyOf(zone.mxSets()), 8, NOON, true);

        zone.served(1, List.copyOf(zone.mxSets()), 7, NOON.plusSeconds(1), true);

        assertThat(zone.mailState()).isEqualTo(MailState.NO_MAIL);
    }

    @Test
    void versionBeforeTheLastChangeIsNotYetTheWantedOne() {
        Zone zone = changed();
        zone.change(Map.of(SHOP, Optional.of(SHOP_SET)), OWN, NOON);

        zone.served(2, List.copyOf(zone.mxSets()), 8, NOON, true);

        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
    }

    @Test
    void failureIsAFindingOnceItIsOverdueAndUntilItSucceeds() {
        Zone zone = changed();

        zone.notServed("unreachable", NOON, 1, NOON.plusSeconds(10), false);
        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);

        zone.notServed("unreachable", NOON.plusSeconds(10), 2, NOON.plusSeconds(30), true);
        assertThat(zone.mailState()).isEqualTo(MailState.NOT_PUBLISHED);

        zone.served(2, List.copyOf(zone.mxSets()), 8, NOON.plusSeconds(30), true);
        assertThat(zone.mailState()).isEqualTo(MailState.NO_MAIL);
    }

    @Test
    void isOnItsWayUntilTheLastNameServerHasIt() {
        Zone zone = changed();

        zone.served(2, List.copyOf(zone.mxSets()), 8, NOON, false);

        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
        assertThat(zone.publication().state()).isEqualTo(PublicationState.SPREADING);
    }

    @Test
    void otherSetsAtTheNameServerAreADrift() {
        Zone zone = takenOver(APEX_SET);

        zone.compared(1, List.of(SHOP_SET), 9, NOON, false);

        assertThat(zone.mailState()).isEqualTo(MailState.DRIFTED);
        assertThat(zone.drift()).isEqualTo(new Drift(List.of(SHOP_SET), NOON));
    }

    @Test
    void driftThatSomebodyTookBackIsOver() {
        Zone zone = drifted();

        zone.compared(1, List.of(APEX_SET), 10, NOON, false);

        assertThat(zone.mailState()).isEqualTo(MailState.HOSTER);
        assertThat(zone.drift()).isNull();
        assertThat(zone.publication().serial()).isEqualTo(10);
    }

    /** Nothing shows what was lost, so that only a decision ends it. */
    @Test
    void whatWasOverwrittenInTheSameMomentIsToldUntilSomebodyHasSeenIt() {
        Zone zone = takenOver(APEX_SET);

        zone.compared(1, List.of(APEX_SET), 10, NOON, true);
        zone.compared(1, List.of(APEX_SET), 11, NOON, false);

        assertThat(zone.drift()).isEqualTo(new Drift(List.of(APEX_SET), NOON));
        zone.keepOurs(NOON);
        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
    }

    @Test
    void comparisonOfAnOlderVersionSaysNothing() {
        Zone zone = changed();

        zone.compared(1, List.of(SHOP_SET), 9, NOON, false);

        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
    }

    @Test
    void nextChangeReplacesTheDrift() {
        Zone zone = drifted();

        zone.change(Map.of(ALL, Optional.of(WILDCARD_SET)), OWN, NOON);

        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
        assertThat(zone.lastServed()).containsExactly(SHOP_SET);
        assertThat(zone.mxSets()).containsExactly(APEX_SET, WILDCARD_SET);
    }

    @Test
    void keepingOursPublishesThemInThePlaceOfTheDrift() {
        Zone zone = drifted();

        assertThat(zone.keepOurs(NOON)).isEqualTo(new ChangedSets(List.of(SHOP_SET), List.of(APEX_SET)));
        assertThat(zone.version()).isEqualTo(2);
        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
        assertThat(zone.lastServed()).containsExactly(SHOP_SET);
    }

    @Test
    void adoptingTheDriftMakesItLive() {
        Zone zone = drifted();

        assertThat(zone.adoptTheirs(OWN, NOON)).isEqualTo(new ChangedSets(List.of(APEX_SET), List.of(SHOP_SET)));
        assertThat(zone.mxSets()).containsExactly(SHOP_SET);
        assertThat(zone.version()).isEqualTo(2);
        assertThat(zone.mailState()).isEqualTo(MailState.UNSET);
        assertThat(zone.publication().state()).isEqualTo(PublicationState.LIVE);
    }

    @Test
    void failureOfAnAttemptDoesNotHideTheDrift() {
        Zone zone = drifted();

        zone.notServed("unreachable", NOON, 1, NOON.plusSeconds(1), false);

        assertThat(zone.mailState()).isEqualTo(MailState.DRIFTED);
    }

    @ParameterizedTest
    @CsvSource({"OURS, HOSTER", "UNKNOWN, HOSTER", "ELSEWHERE, NOT_DELEGATED", "NONE, NOT_DELEGATED"})
    void hasNoEffectWhereTheWorldAsksOthers(Delegation delegation, MailState state) {
        Zone zone = takenOver(APEX_SET);

        zone.checked(Servers.USABLE, delegation, NOON);

        assertThat(zone.mailState()).isEqualTo(state);
    }

    @Test
    void whatCannotBeToldChangesNothingAboutTheDelegation() {
        Zone zone = takenOver(APEX_SET);
        zone.checked(Servers.USABLE, Delegation.ELSEWHERE, NOON);

        zone.checked(Servers.USABLE, Delegation.UNKNOWN, NOON);

        assertThat(zone.mailState()).isEqualTo(MailState.NOT_DELEGATED);
    }

    @Test
    void brokenServersComeFirstUntilTheyAreMended() {
        Zone zone = changed();

        zone.checked(Servers.NONE_LEFT, Delegation.UNKNOWN, NOON);
        assertThat(zone.mailState()).isEqualTo(MailState.BROKEN);

        zone.checked(Servers.USABLE, Delegation.UNKNOWN, NOON);
        assertThat(zone.mailState()).isEqualTo(MailState.PUBLISHING);
    }

    private static Zone changed() {
        Zone zone = takenOver(APEX_SET);
        zone.change(Map.of(APEX, Optional.of(MxSet.of(APEX, HOUR, List.of(MxRecord.NULL_MX)))), OWN, NOON);
        return zone;
    }

    private static Zone drifted() {
        Zone zone = takenOver(APEX_SET);
        zone.compared(1, List.of(SHOP_SET), 9, NOON, false);
        return zone;
    }

    /** What was seen of a zone of ours that is live, and what its mail is by that. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            OURS,      LIVE,     mx1.hoster.net, USABLE,        FINE,     IN_ORDER
            OURS,      LIVE,     .,              USABLE,        FINE,     NO_MAIL_WANTED
            OURS,      LIVE,     '',             USABLE,        DEGRADED, NO_MAIL_SERVER
            OURS,      LIVE,     mx1.hoster.net, SOME_UNUSABLE, DEGRADED, SERVER_UNUSABLE
            OURS,      LIVE,     mx1.hoster.net, NONE_LEFT,     BROKEN,   NO_SERVER_LEFT
            OURS,      LIVE,     '',             NONE_LEFT,     BROKEN,   NO_SERVER_LEFT
            OURS,      LIVE,     mx1.hoster.net, UNTOLD,        UNKNOWN,  CANNOT_BE_TOLD
            OURS,      LIVE,     mx1.hoster.net, NOT_CHECKED,   UNKNOWN,  NOT_CHECKED_YET
            UNKNOWN,   LIVE,     mx1.hoster.net, USABLE,        UNKNOWN,  CANNOT_BE_TOLD
            OURS,      ORDERED,  mx1.hoster.net, USABLE,        UNKNOWN,  BEING_PUBLISHED
            OURS,      FAILING,  mx1.hoster.net, USABLE,        UNKNOWN,  BEING_PUBLISHED
            OURS,      OVERDUE,  mx1.hoster.net, USABLE,        BROKEN,   NOT_PUBLISHED
            OURS,      DRIFTED,  mx1.hoster.net, USABLE,        DEGRADED, CHANGED_ELSEWHERE
            OURS,      DRIFTED,  mx1.hoster.net, NONE_LEFT,     BROKEN,   NO_SERVER_LEFT
            ELSEWHERE, LIVE,     mx1.hoster.net, USABLE,        BROKEN,   NOT_DELEGATED
            NONE,      ORDERED,  mx1.hoster.net, NOT_CHECKED,   BROKEN,   NOT_DELEGATED
            """)
    void isAsHealthyAsItWasSeenToBe(
            Delegation delegation,
            PublicationState publication,
            String target,
            Servers servers,
            ZoneHealth.Health health,
            ZoneHealth.Why why) {
        MailRouting routing = MailRouting.of(
                Optional.of(target)
                        .filter(name -> !name.isEmpty())
                        .map(name -> MxSet.of(APEX, HOUR, List.of(MxRecord.of(0, name)))),
                OWN);

        assertThat(ZoneHealth.Why.of(APEX, servers, delegation, publication, routing))
                .isEqualTo(why);
        assertThat(why.health()).isEqualTo(health);
    }

    @Test
    void isNotKnownToBeFineUntilItWasCheckedAndNoMoreAfterAChange() {
        Zone zone = takenOver(APEX_SET);
        assertThat(zone.health()).isEqualTo(ZoneHealth.of(ZoneHealth.Why.NOT_CHECKED_YET, NOON));

        zone.checked(Servers.USABLE, Delegation.OURS, NOON);
        assertThat(zone.health()).isEqualTo(ZoneHealth.of(ZoneHealth.Why.IN_ORDER, NOON));

        zone.change(Map.of(SHOP, Optional.of(SHOP_SET)), OWN, NOON);
        assertThat(zone.health().why()).isEqualTo(ZoneHealth.Why.BEING_PUBLISHED);

        zone.served(2, List.copyOf(zone.mxSets()), 8, NOON.plusSeconds(2), true);
        assertThat(zone.health()).isEqualTo(ZoneHealth.of(ZoneHealth.Why.NOT_CHECKED_YET, NOON.plusSeconds(2)));
    }

    @Test
    void whatCannotBeToldTakesNothingBackThatWasSeen() {
        Zone zone = takenOver(APEX_SET);
        zone.checked(Servers.USABLE, Delegation.OURS, NOON);
        zone.checked(Servers.UNTOLD, Delegation.UNKNOWN, NOON.plusSeconds(60));

        assertThat(zone.health()).isEqualTo(ZoneHealth.of(ZoneHealth.Why.IN_ORDER, NOON));
    }

    @Test
    void aNameThatNobodyDelegatesIsFineByItsServersAlone() {
        assertThat(ZoneHealth.Why.of(
                        DomainName.of("verein.example"),
                        Servers.USABLE,
                        Delegation.UNKNOWN,
                        PublicationState.LIVE,
                        MailRouting.HOSTER))
                .isEqualTo(ZoneHealth.Why.IN_ORDER);
    }

    private static Zone takenOver(MxSet... served) {
        return Zone.takenOver(APEX, "10001", "embedded", List.of(served), 7, OWN, NOON);
    }
}
