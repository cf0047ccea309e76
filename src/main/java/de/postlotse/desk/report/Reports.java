package de.postlotse.desk.report;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.desk.sweep.HostKnowledge;
import de.postlotse.desk.sweep.MailHosts;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.IpLiteral;
import de.postlotse.mailpath.MailPath;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.history.History;
import de.postlotse.zone.history.HistoryFilter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
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
        return links.find(token)
                .flatMap(link -> zones.wanted(link.zoneId())
                        .filter(zone -> zone.customer().equals(link.customer()))
                        .map(zone -> report(link, zone)));
    }

    private Report report(ReportLinks.ReportLink link, ZoneSnapshot zone) {
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
        known.forEach((host, knowledge) -> answer(knowledge).ifPresent(answer -> answers.put(host, answer)));
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

    /**
     * What DNS would say of a host if it still said what was seen over time; never an alias that had to be followed. Nothing
     * where too little is known.
     */
    private static Optional<HostAnswer> answer(HostKnowledge known) {
        if (known.condition() == null) {
            return Optional.empty();
        }
        return switch (known.condition()) {
            case DOES_NOT_EXIST -> Optional.of(new HostAnswer.NoSuchName());
            case DANGLING_ALIAS -> Optional.of(new HostAnswer.DanglingAlias(known.host()));
            case NO_ADDRESS -> Optional.of(new HostAnswer.NoAddress());
            case USABLE, NOT_REACHABLE, ALIAS -> addresses(known);
            case UNCHECKED -> Optional.empty();
        };
    }

    private static Optional<HostAnswer> addresses(HostKnowledge known) {
        List<InetAddress> addresses =
                known.addresses().stream().map(IpLiteral::parse).toList();
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new HostAnswer.Addresses(addresses, true));
    }

    /**
     * What is told of a zone to somebody who has a link.
     *
     * @param at what was known then
     * @param until when the link ends
     * @param hosts what is known of its servers
     * @param ways of the mail, to the first owners of whose servers enough is known
     * @param changes the last ones, newest first
     */
    public record Report(
            ZoneSnapshot zone,
            Instant at,
            Instant until,
            Map<DomainName, HostKnowledge> hosts,
            List<MailPath> ways,
            List<HistoryEntry> changes) {}
}
