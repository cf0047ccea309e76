package de.postlotse.desk.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.HostPoll;
import de.postlotse.policy.HostJudge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Looks at many hosts: all in one go, and those again with the care of the editor of which the first look brought anything
 * but what was expected. Most hosts are as they were yesterday.
 */
@Component
class HostAsker {

    static final int MOST_AT_ONCE = HostPoll.MOST_HOSTS;

    /** Under way at once: each of them asks the store for our own zones, and editors need its connections, too. */
    private static final int MOST_CAREFUL = 12;

    private final HostPoll poll;
    private final HostLookup lookup;
    private final HostJudge judge;
    private final Semaphore careful = new Semaphore(MOST_CAREFUL);

    HostAsker(HostPoll poll, HostLookup lookup, HostJudge judge) {
        this.poll = poll;
        this.lookup = lookup;
        this.judge = judge;
    }

    /** What each host shows now. */
    Map<DomainName, HostRecord.HostObservation> look(List<HostRecord> hosts) throws InterruptedException {
        Map<DomainName, HostAnswer> heard =
                poll.ask(hosts.stream().map(HostRecord::name).toList());
        Map<DomainName, HostRecord.HostObservation> sightings = HashMap.newHashMap(hosts.size());
        List<HostRecord> doubtful = new ArrayList<>();
        for (HostRecord host : hosts) {
            HostAnswer answer = heard.get(host.name());
            HostRecord.HostObservation sighting = answer == null ? null : judge(host.name(), answer);
            if (sighting != null && isExpected(sighting, host)) {
                sightings.put(host.name(), sighting);
            } else {
                doubtful.add(host);
            }
        }
        sightings.putAll(lookCarefully(doubtful));
        return sightings;
    }

    /** Good news needs no second look; neither does bad news that is believed already. */
    private static boolean isExpected(HostRecord.HostObservation sighting, HostRecord host) {
        return sighting.complete()
                && switch (sighting.condition()) {
                    case USABLE -> true;
                    case UNCHECKED -> false;
                    case DOES_NOT_EXIST, DANGLING_ALIAS, NO_ADDRESS, NOT_REACHABLE, ALIAS ->
                        sighting.condition() == host.condition();
                };
    }

    private Map<DomainName, HostRecord.HostObservation> lookCarefully(List<HostRecord> hosts)
            throws InterruptedException {
        Map<DomainName, CompletableFuture<HostAnswer>> asked = HashMap.newHashMap(hosts.size());
        for (HostRecord host : hosts) {
            careful.acquire();
            asked.put(host.name(), lookup.ask(host.name()).whenComplete((answer, thrown) -> careful.release()));
        }
        Map<DomainName, HostRecord.HostObservation> sightings = HashMap.newHashMap(hosts.size());
        asked.forEach((host, answer) -> sightings.put(host, judge(host, answer.join())));
        return sightings;
    }

    private HostRecord.HostObservation judge(DomainName host, HostAnswer answer) {
        return HostRecord.HostObservation.of(judge.judge(host, answer));
    }
}
