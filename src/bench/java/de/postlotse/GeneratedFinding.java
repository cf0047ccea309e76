package de.postlotse;

import de.postlotse.policy.HostCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of the review list that follows from a generated zone, by the rules of the application. */
record GeneratedFinding(String kind, String subject, Instant since) {

    /** In the order of their weights. */
    static final List<String> KINDS = List.of(
            "NO_SERVER_LEFT",
            "TARGET_GONE",
            "TARGET_NO_ADDRESS",
            "TARGET_PRIVATE",
            "TARGET_ALIAS",
            "TARGET_IMPOSSIBLE",
            "RECORD_IMPOSSIBLE",
            "NULL_MX_BESIDE_SERVERS",
            "NOT_DELEGATED",
            "DRIFTED",
            "PUBLISHING_FAILING",
            "TARGET_UNRESOLVABLE",
            "SECOND_LOOK",
            "SINGLE_SERVER");

    private static final Map<HostCondition, String> OF_HOSTS = Map.of(
            HostCondition.DOES_NOT_EXIST, "TARGET_GONE",
            HostCondition.DANGLING_ALIAS, "TARGET_GONE",
            HostCondition.NO_ADDRESS, "TARGET_NO_ADDRESS",
            HostCondition.NOT_REACHABLE, "TARGET_PRIVATE",
            HostCondition.ALIAS, "TARGET_ALIAS");

    static Collection<GeneratedFinding> of(GeneratedZone zone, String nameServer, Instant now) {
        List<GeneratedFinding> findings = new ArrayList<>();
        zone.records().stream()
                .filter(record -> !record.target().equals("."))
                .collect(Collectors.groupingBy(GeneratedZone.Mx::owner))
                .values()
                .forEach(set -> findings.addAll(ofSet(set, now)));
        GeneratedStanding standing = GeneratedStanding.of(zone, now);
        if (standing.delegation().equals("ELSEWHERE")) {
            findings.add(new GeneratedFinding("NOT_DELEGATED", "", standing.since()));
        }
        if (standing.publication().equals("DRIFTED")) {
            findings.add(new GeneratedFinding("DRIFTED", nameServer, standing.since()));
        }
        if (standing.publication().equals("OVERDUE")) {
            findings.add(new GeneratedFinding("PUBLISHING_FAILING", nameServer, standing.since()));
        }
        List<GeneratedZone.Mx> apex = zone.records().stream()
                .filter(record -> record.owner().equals(zone.name()))
                .toList();
        if (apex.size() == 1 && !apex.getFirst().target().equals(".")) {
            findings.add(new GeneratedFinding("SINGLE_SERVER", apex.getFirst().target(), standing.since()));
        }
        Map<String, GeneratedFinding> each = new LinkedHashMap<>();
        findings.forEach(finding -> each.putIfAbsent(finding.group(), finding));
        return each.values();
    }

    private static List<GeneratedFinding> ofSet(List<GeneratedZone.Mx> set, Instant now) {
        if (set.stream()
                .allMatch(record -> GeneratedZone.condition(record.target()).losesMail())) {
            String first = set.getFirst().target();
            return List.of(new GeneratedFinding("NO_SERVER_LEFT", first, GeneratedStanding.since(first, now)));
        }
        return set.stream()
                .map(GeneratedZone.Mx::target)
                .filter(target -> OF_HOSTS.containsKey(GeneratedZone.condition(target)))
                .map(target -> new GeneratedFinding(
                        String.valueOf(OF_HOSTS.get(GeneratedZone.condition(target))),
                        target,
                        GeneratedStanding.since(target, now)))
                .toList();
    }

    int weight() {
        return KINDS.indexOf(kind);
    }

    /** The same finding, on however many zones. */
    String group() {
        return kind + " " + subject;
    }
}
