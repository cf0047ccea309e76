package de.postlotse.zone;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
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
    public List<RecentChange> lines(Caller caller, RecentFilter filter, @Nullable Long before, int limit) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
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
}
