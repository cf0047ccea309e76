package de.postlotse.zone.list;

import de.postlotse.account.Caller;
import de.postlotse.store.KeysetPage;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.Zone;
import de.postlotse.zone.ZoneScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the zones that a caller may see. */
@Service
@Transactional(readOnly = true)
public class ZoneLists {

    /** Lines of a page. */
    public static final int PAGE = 50;

    private static final Sort WORST_FIRST = Sort.by("health.place", "name");

    private final ListedZones zones;
    private final StaffSearch staffSearch;

    ZoneLists(ListedZones zones, StaffSearch staffSearch) {
        this.zones = zones;
        this.staffSearch = staffSearch;
    }

    /**
     * A page of the zones that the caller may see, worst first; starts behind the given line. Where staff look for a
     * text, among the zones of all customers, not all that there are may be found.
     */
    @RetriedWhileStoreIsAway
    public KeysetPage<ZoneLine, ZoneLine.Cursor> list(
            Caller caller, ZoneSearch search, ZoneLine.@Nullable Cursor after) {
        if (caller.isStaff()) {
            return staffSearch.list(caller, search, after);
        }
        Specification<Zone> wanted = ZoneScope.visibleTo(caller).and(search.toSpecification());
        if (after != null) {
            wanted = wanted.and(ZoneScope.after(after.attention(), after.name()));
        }
        List<ZoneLine> lines = zones
                .findBy(
                        wanted,
                        query -> query.sortBy(WORST_FIRST).limit(PAGE + 1).all())
                .stream()
                .map(ZoneLine::of)
                .toList();
        return KeysetPage.of(lines, PAGE, ZoneLine::cursor);
    }

    /** How many zones of each health a customer has; staff, who see those of all, are not told. */
    @RetriedWhileStoreIsAway
    public HealthCounts counts(Caller caller) {
        return HealthCounts.of(caller.onlyCustomer().map(zones::countHealths).orElse(List.of()));
    }
}
