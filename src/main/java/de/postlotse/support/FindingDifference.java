package de.postlotse.support;

import de.postlotse.support.FindingStore.NewFinding;
import de.postlotse.support.FindingStore.OldFinding;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changes about the findings of a zone.
 *
 * @param turnsMail whether the zone's mail was lost and is not any more, or the reverse
 */
record FindingDifference(
        ZoneSnapshot zone, List<FoundFinding> gained, List<FindingGroup> lost, boolean turnsMail, boolean breaksMail) {

    static FindingDifference of(ZoneSnapshot zone, Set<FindingGroup> before, List<FoundFinding> now) {
        Set<FindingGroup> after = now.stream().map(FoundFinding::group).collect(Collectors.toSet());
        boolean broken = breaksMail(after);
        return new FindingDifference(
                zone,
                now.stream()
                        .filter(finding -> !before.contains(finding.group()))
                        .toList(),
                before.stream().filter(group -> !after.contains(group)).toList(),
                broken != breaksMail(before),
                broken);
    }

    boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty();
    }

    /** The findings of which there is a zone more or less. */
    Stream<FindingGroup> groups() {
        return Stream.concat(gained.stream().map(FoundFinding::group), lost.stream());
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

    private static boolean breaksMail(Set<FindingGroup> groups) {
        return groups.stream().anyMatch(group -> group.kind().breaksMail());
    }
}
