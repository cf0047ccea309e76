package de.postlotse.desk.finding;

import de.postlotse.desk.finding.IncidentStore.Count;
import de.postlotse.desk.finding.IncidentStore.Wish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes one incident of the same finding on many zones, and many findings of an incident that is about to end. */
@Component
class Incidents {

    private static final int WISHES = 500;
    private static final int ROWS = 5_000;

    private final IncidentStore store;
    private final TransactionOperations transaction;
    private final int from;

    Incidents(IncidentStore store, TransactionOperations transaction, ReviewProperties properties) {
        this.store = store;
        this.transaction = transaction;
        this.from = properties.incidentFrom();
    }

    /** Looks at all findings of which there may be more or fewer than before; one that is interrupted is looked at again. */
    void settle() {
        List<Wish> wishes;
        do {
            wishes = store.wishes(WISHES);
            settle(wishes);
        } while (wishes.size() == WISHES);
    }

    private void settle(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        Set<FindingGroup> groups = wishes.stream().map(Wish::group).collect(Collectors.toSet());
        Set<FindingGroup> incidents = store.among(groups);
        Map<FindingGroup, Count> counts = count(groups);
        for (FindingGroup group : groups) {
            Count count = counts.getOrDefault(group, new Count());
            if (count.all() >= from && count.notReviewed() > 0) {
                transaction.executeWithoutResult(status -> store.put(group, count));
                move(group, count, FindingStanding.OPEN, FindingStanding.INCIDENT);
            } else {
                move(group, count, FindingStanding.INCIDENT, FindingStanding.OPEN);
                if (incidents.contains(group)) {
                    store.remove(group);
                }
            }
        }
        store.remove(wishes);
    }

    private Map<FindingGroup, Count> count(Set<FindingGroup> groups) {
        Map<FindingGroup, Count> counts = new HashMap<>();
        groups.stream()
                .collect(Collectors.groupingBy(
                        FindingGroup::kind, Collectors.mapping(FindingGroup::subject, Collectors.toSet())))
                .forEach((kind, subjects) -> counts.putAll(store.count(kind, subjects)));
        return counts;
    }

    /** A part at a time, however many there are. */
    private void move(FindingGroup group, Count count, FindingStanding before, FindingStanding after) {
        if (count.of(before) > 0) {
            while (store.move(group, before, after, ROWS) == ROWS) {
                // the next ones
            }
        }
    }
}
