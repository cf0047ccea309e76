package de.postlotse.report;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.sweep.HostKnowledge;
import de.postlotse.sweep.MailHosts;
import de.postlotse.zone.History;
import de.postlotse.zone.HistoryFilter;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Reads the report of a zone for whoever has a link. All of it is in the store: the page is public, and nobody is to make
 * us ask DNS by it.
 */
@Service
public class Reports {

    private static final int CHANGES = 10;
    private static final int MOST_WAYS = 3;

    private final ReportLinks links;
    private final Zones zones;
    private final History history;
    private final MailHosts hosts;
    private final MailPaths paths;
    private final Clock clock;

    Reports(ReportLinks links, Zones zones, History history, MailHosts hosts, MailPaths paths, Clock clock) {
        this.links = links;
        this.zones = zones;
        this.history = history;
        this.hosts = hosts;
        this.paths = paths;
        this.clock = clock;
    }

    /** Nothing where the link is not good, or the zone is no longer that of the customer whom it was made for. */
    @RetriedWhileStoreIsAway
    public Optional<Report> open(String token) {
        return links.verified(token)
                .flatMap(link -> zones.wanted(link.zoneId())
                        .filter(zone -> zone.customer().equals(link.customer()))
                        .map(zone -> report(link, zone)));
    }

    private Report report(ReportLink link, ZoneSnapshot zone) {
        // Whoever has the link sees what the customer sees, and nothing else.
        Caller reader = new Caller("report", Role.CUSTOMER, link.customer(), "");
        Map<DomainName, HostKnowledge> known = hosts.of(targets(zone));
        return new Report(
                zone,
                clock.instant(),
                link.until(),
                known,
                ways(zone, known),
                history.lines(reader, zone.name(), HistoryFilter.ALL, Long.MAX_VALUE, CHANGES));
    }

    /** Of the sets all of whose hosts are known, so that no host is asked about and nothing is feared in vain. */
    private List<MailPath> ways(ZoneSnapshot zone, Map<DomainName, HostKnowledge> known) {
        Map<DomainName, HostAnswer> answers = new HashMap<>();
        known.forEach((host, knowledge) -> KnownAnswer.of(knowledge).ifPresent(answer -> answers.put(host, answer)));
        MailPaths withoutDns = paths.knowing(answers);
        return zone.mxSets().stream()
                .filter(set -> answers.keySet().containsAll(targets(set)))
                .limit(MOST_WAYS)
                .map(set -> withoutDns.of(set.owner(), set.records()))
                .map(CompletableFuture::join)
                .toList();
    }

    private static Set<DomainName> targets(ZoneSnapshot zone) {
        return zone.mxSets().stream().flatMap(set -> targets(set).stream()).collect(Collectors.toSet());
    }

    /** A null MX names no host. */
    private static Set<DomainName> targets(MxSet set) {
        return set.targets().stream().filter(target -> !target.isRoot()).collect(Collectors.toSet());
    }
}
