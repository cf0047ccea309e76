package de.postlotse.desk.finding;

import de.postlotse.desk.sweep.HostKnowledge;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.StoredSet;
import de.postlotse.zone.Delegation;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a zone: a pure function of what is known of it today. Each rule adds its findings. */
final class FindingRules {

    private static final List<Function<Case, Stream<Found>>> RULES = List.of(
            FindingRules::servers,
            FindingRules::withoutDns,
            FindingRules::delegation,
            FindingRules::publication,
            FindingRules::secondLook,
            FindingRules::singleServer);

    private FindingRules() {}

    /** @param at where a day begins and ends */
    static List<Found> judge(Facts facts, LocalDate today, ZoneId at) {
        Case asked = new Case(facts, today, at);
        Map<FindingGroup, Found> findings = new LinkedHashMap<>();
        RULES.stream()
                .flatMap(rule -> rule.apply(asked))
                .filter(finding -> !facts.waived().contains(finding.kind()))
                .forEach(finding -> findings.putIfAbsent(finding.group(), finding));
        return List.copyOf(findings.values());
    }

    private record Case(Facts facts, LocalDate today, ZoneId at) {

        ZoneSnapshot zone() {
            return facts.zone();
        }
    }

    private static Stream<Found> servers(Case asked) {
        return asked.zone().mxSets().stream().flatMap(set -> servers(asked.facts(), set).stream());
    }

    private static List<Found> servers(Facts facts, MxSet set) {
        List<DomainName> hosts = hosts(set);
        if (hosts.isEmpty()) {
            return List.of();
        }
        if (hosts.stream().allMatch(host -> facts.condition(host).losesMail())) {
            return List.of(Found.ofHost(FindingKind.NO_SERVER_LEFT, hosts.getFirst(), sinceAllOf(hosts, facts)));
        }
        List<Found> findings = new ArrayList<>();
        for (DomainName host : hosts) {
            FindingKind kind = kind(facts.condition(host));
            if (kind != null) {
                findings.add(Found.ofHost(kind, host, facts.since(host)));
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

    private static Stream<Found> withoutDns(Case asked) {
        return asked.zone().mxSets().stream()
                .map(set -> new StoredSet(asked.zone().name(), set))
                .flatMap(set -> Stream.of(
                                set.impossibleServers().stream()
                                        .map(host -> Found.ofHost(FindingKind.TARGET_IMPOSSIBLE, host, null)),
                                found(set.isImpossible(), FindingKind.RECORD_IMPOSSIBLE),
                                found(set.contradictsItself(), FindingKind.NULL_MX_BESIDE_SERVERS))
                        .flatMap(Function.identity()));
    }

    private static Stream<Found> found(boolean so, FindingKind kind) {
        return so ? Stream.of(Found.ofZone(kind, null)) : Stream.of();
    }

    private static Stream<Found> delegation(Case asked) {
        Delegation delegation = asked.zone().delegation();
        return delegation == Delegation.ELSEWHERE || delegation == Delegation.NONE
                ? Stream.of(Found.ofZone(FindingKind.NOT_DELEGATED, asked.zone().delegationSince()))
                : Stream.of();
    }

    private static Stream<Found> publication(Case asked) {
        PublicationState state = asked.zone().publication().state();
        FindingKind kind = switch (state) {
            case DRIFTED -> FindingKind.DRIFTED;
            case OVERDUE -> FindingKind.PUBLISHING_FAILING;
            case ORDERED, SPREADING, LIVE, FAILING -> null;
        };
        return kind == null
                ? Stream.of()
                : Stream.of(new Found(
                        kind,
                        asked.zone().nameServer(),
                        asked.zone().publication().problemSince()));
    }

    private static Stream<Found> secondLook(Case asked) {
        LocalDate due = asked.facts().secondLook();
        return due == null || due.isAfter(asked.today())
                ? Stream.of()
                : Stream.of(Found.ofZone(
                        FindingKind.SECOND_LOOK, due.atStartOfDay(asked.at()).toInstant()));
    }

    private static Stream<Found> singleServer(Case asked) {
        return asked.zone().setAt(asked.zone().name()).map(FindingRules::hosts).stream()
                .filter(hosts -> hosts.size() == 1)
                .map(hosts -> Found.ofHost(FindingKind.SINGLE_SERVER, hosts.getFirst(), null));
    }

    /** The servers of a set in the order in which senders try them. */
    private static List<DomainName> hosts(MxSet set) {
        return set.targets().stream().filter(target -> !target.isRoot()).toList();
    }

    private static @Nullable Instant sinceAllOf(List<DomainName> hosts, Facts facts) {
        return hosts.stream()
                .flatMap(host -> Stream.ofNullable(facts.since(host)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Something that is wrong with a zone now.
     *
     * @param subject the mail server or the name server that it is about; blank where it is about the zone itself
     * @param since null where nothing tells, so that it counts from when it was found
     */
    record Found(FindingKind kind, String subject, @Nullable Instant since) {

        static Found ofZone(FindingKind kind, @Nullable Instant since) {
            return new Found(kind, "", since);
        }

        static Found ofHost(FindingKind kind, DomainName host, @Nullable Instant since) {
            return new Found(kind, host.toString(), since);
        }

        FindingGroup group() {
            return new FindingGroup(kind, subject);
        }
    }

    /**
     * All that the findings of a zone follow from.
     *
     * @param hosts what is known of its mail servers over time
     * @param waived advice that does not count for this zone
     * @param secondLook the day on which somebody wants to look at it again
     */
    record Facts(
            ZoneSnapshot zone,
            Map<DomainName, HostKnowledge> hosts,
            Set<FindingKind> waived,
            @Nullable LocalDate secondLook) {

        /** What is believed of a host; usable as long as nothing is. */
        HostCondition condition(DomainName host) {
            HostKnowledge known = hosts.get(host);
            HostCondition believed = known == null ? null : known.condition();
            return believed == null ? HostCondition.USABLE : believed;
        }

        boolean knows(DomainName host) {
            HostKnowledge known = hosts.get(host);
            return known != null && known.condition() != null;
        }

        @Nullable
        Instant since(DomainName host) {
            HostKnowledge known = hosts.get(host);
            return known == null ? null : known.since();
        }
    }
}
