package de.postlotse.desk.finding;

import de.postlotse.desk.finding.FindingStore.NewFinding;
import de.postlotse.desk.finding.FindingStore.OldFinding;
import de.postlotse.zone.ServersJudged.Servers;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changes about the findings of a zone.
 *
 * @param servers what the findings say of the zone's servers
 * @param turnsMail whether they said something else of them before
 */
record FindingDifference(
        ZoneSnapshot zone,
        List<FindingRules.Found> gained,
        List<FindingGroup> lost,
        Servers servers,
        boolean turnsMail) {

    /** @param allKnown whether something is known of each server */
    static FindingDifference of(
            ZoneSnapshot zone, Set<FindingGroup> before, List<FindingRules.Found> now, boolean allKnown) {
        Set<FindingGroup> after = now.stream().map(FindingRules.Found::group).collect(Collectors.toSet());
        Servers servers = servers(after);
        return new FindingDifference(
                zone,
                now.stream()
                        .filter(finding -> !before.contains(finding.group()))
                        .toList(),
                before.stream().filter(group -> !after.contains(group)).toList(),
                servers == Servers.USABLE && !allKnown ? Servers.NOT_CHECKED : servers,
                servers != servers(before));
    }

    boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty();
    }

    /** The findings of which there is a zone more or less. */
    Stream<FindingGroup> groups() {
        return Stream.concat(gained.stream().map(FindingRules.Found::group), lost.stream());
    }

    /** @param incidents those findings that many zones have already */
    Stream<NewFinding> newFindings(Set<FindingGroup> incidents, Instant now) {
        return gained.stream()
                .map(finding -> new NewFinding(
                        zone.id(),
                        finding.group(),
                        incidents.contains(finding.group()) ? FindingStanding.INCIDENT : FindingStanding.OPEN,
                        finding.since() == null ? now : finding.since(),
                        zone.customer(),
                        zone.nameServer(),
                        zone.name().labels().getLast()));
    }

    Stream<OldFinding> oldFindings() {
        return lost.stream().map(group -> new OldFinding(zone.id(), group));
    }

    private static Servers servers(Set<FindingGroup> groups) {
        Set<FindingKind> kinds = groups.stream().map(FindingGroup::kind).collect(Collectors.toSet());
        if (kinds.contains(FindingKind.NO_SERVER_LEFT)) {
            return Servers.NONE_LEFT;
        }
        if (kinds.stream().anyMatch(FindingKind::breaksMail)) {
            return Servers.SOME_UNUSABLE;
        }
        return kinds.contains(FindingKind.TARGET_UNRESOLVABLE) ? Servers.UNTOLD : Servers.USABLE;
    }
}
