package de.postlotse.zone.history;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.HistoryEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has changed lately, whichever zone it was in. */
@Service
@Transactional(readOnly = true)
public class RecentChanges {

    private final RecentChangesStore store;

    RecentChanges(RecentChangesStore store) {
        this.store = store;
    }

    /**
     * The changes of all zones, newest first; for staff.
     *
     * @param before the {@link RecentChange#id} before which the page starts, or null for the first page
     */
    @RetriedWhileStoreIsAway
    public List<RecentChange> lines(Caller caller, Filter filter, @Nullable Long before, int limit) {
        caller.requireStaff();
        return store.newest(filter, before, limit);
    }

    /** Those of some lines of the history that the caller may see. */
    @RetriedWhileStoreIsAway
    public Map<ZoneVersion, HistoryEntry> at(Caller caller, Collection<ZoneVersion> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : store.at(caller.onlyCustomer(), wanted).stream()
                        .collect(Collectors.toMap(
                                change -> new ZoneVersion(
                                        change.zoneId(), change.entry().version()),
                                RecentChange::entry));
    }

    /**
     * A line of the history of some zone.
     *
     * @param id grows with time, for going from page to page
     * @param customer whose zone it is now
     */
    public record RecentChange(long id, long zoneId, DomainName zone, String customer, HistoryEntry entry) {}

    /**
     * Which changes across all zones somebody wants to see; null where any will do.
     *
     * @param from the first moment that counts
     * @param until the first moment that counts no more
     * @param person a user name, {@link HistoryFilter#CUSTOMER} or {@link HistoryFilter#STAFF}
     * @param domain part of a domain, as U- or A-labels
     * @param wholeDomain whether that is the whole name
     */
    public record Filter(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable ChangeKind kind,
            @Nullable String person,
            @Nullable String customer,
            @Nullable String domain,
            boolean wholeDomain) {}
}
