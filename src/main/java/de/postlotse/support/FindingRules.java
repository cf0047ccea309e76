package de.postlotse.support;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.Delegation;
import de.postlotse.zone.HostCondition;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a zone: a pure function of what is known of it today. Each rule adds its findings. */
final class FindingRules {

    private static final List<Function<Case, Stream<FoundFinding>>> RULES = List.of(
            FindingRules::servers,
            FindingRules::nullMx,
            FindingRules::delegation,
            FindingRules::publication,
            FindingRules::secondLook,
            FindingRules::singleServer);

    private FindingRules() {}

    /** @param at where a day begins and ends */
    static List<FoundFinding> judge(ZoneFacts facts, LocalDate today, ZoneId at) {
        Case asked = new Case(facts, today, at);
        Map<FindingGroup, FoundFinding> findings = new LinkedHashMap<>();
        RULES.stream()
                .flatMap(rule -> rule.apply(asked))
                .filter(finding -> !facts.waived().contains(finding.kind()))
                .forEach(finding -> findings.putIfAbsent(finding.group(), finding));
        return List.copyOf(findings.values());
    }

    private record Case(ZoneFacts facts, LocalDate today, ZoneId at) {

        ZoneSnapshot zone() {
            return facts.zone();
        }
    }

    private static Stream<FoundFinding> servers(Case asked) {
        return asked.zone().mxSets().stream().flatMap(set -> servers(asked.facts(), set).stream());
    }

    private static List<FoundFinding> servers(ZoneFacts facts, MxSet set) {
        List<DomainName> hosts = hosts(set);
        if (hosts.isEmpty()) {
            return List.of();
        }
        if (hosts.stream().allMatch(host -> facts.condition(host).losesMail())) {
            return List.of(FoundFinding.ofHost(FindingKind.NO_SERVER_LEFT, hosts.getFirst(), sinceAllOf(hosts, facts)));
        }
        List<FoundFinding> findings = new ArrayList<>();
        for (DomainName host : hosts) {
            FindingKind kind = kind(facts.condition(host));
            if (kind != null) {
                findings.add(FoundFinding.ofHost(kind, host, facts.since(host)));
            }
        }
        return findings;
    }

    private static @Nullable FindingKind kind(HostCondition condition) {
        return switch (condition) {
            case USABLE -> null;
            case DOES_NOT_EXIST, DANGLING_ALIAS -> FindingKind.TARGET_GONE;
            case NO_ADDRESS -> FindingKind.TARGET_NO_ADDRESS;
            case NOT_REACHABLE -> FindingKind.TARGET_PRIVATE;
            case ALIAS -> FindingKind.TARGET_ALIAS;
            case UNCHECKED -> FindingKind.TARGET_UNRESOLVABLE;
        };
    }

    private static Stream<FoundFinding> nullMx(Case asked) {
        return asked.zone().mxSets().stream()
                .filter(set -> !set.isNullMx() && set.records().stream().anyMatch(MxRecord::isNullMx))
                .map(set -> FoundFinding.ofZone(FindingKind.NULL_MX_BESIDE_SERVERS, null));
    }

    private static Stream<FoundFinding> delegation(Case asked) {
        Delegation delegation = asked.zone().delegation();
        return delegation == Delegation.ELSEWHERE || delegation == Delegation.NONE
                ? Stream.of(FoundFinding.ofZone(
                        FindingKind.NOT_DELEGATED, asked.zone().delegationSince()))
                : Stream.of();
    }

    private static Stream<FoundFinding> publication(Case asked) {
        PublicationState state = asked.zone().publication().state();
        FindingKind kind = switch (state) {
            case DRIFTED -> FindingKind.DRIFTED;
            case OVERDUE -> FindingKind.PUBLISHING_FAILING;
            case ORDERED, SPREADING, LIVE, FAILING -> null;
        };
        return kind == null
                ? Stream.of()
                : Stream.of(new FoundFinding(
                        kind,
                        asked.zone().nameServer(),
                        asked.zone().publication().problemSince()));
    }

    private static Stream<FoundFinding> secondLook(Case asked) {
        LocalDate due = asked.facts().secondLook();
        return due == null || due.isAfter(asked.today())
                ? Stream.of()
                : Stream.of(FoundFinding.ofZone(
                        FindingKind.SECOND_LOOK, due.atStartOfDay(asked.at()).toInstant()));
    }

    private static Stream<FoundFinding> singleServer(Case asked) {
        return asked.zone().setAt(asked.zone().name()).map(FindingRules::hosts).stream()
                .filter(hosts -> hosts.size() == 1)
                .map(hosts -> FoundFinding.ofHost(FindingKind.SINGLE_SERVER, hosts.getFirst(), null));
    }

    /** The servers of a set in the order in which senders try them. */
    private static List<DomainName> hosts(MxSet set) {
        return set.targets().stream().filter(target -> !target.isRoot()).toList();
    }

    private static @Nullable Instant sinceAllOf(List<DomainName> hosts, ZoneFacts facts) {
        return hosts.stream()
                .flatMap(host -> Stream.ofNullable(facts.since(host)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
