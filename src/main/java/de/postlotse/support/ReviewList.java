package de.postlotse.support;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff have to look at, across all customers. */
@Service
@Transactional(readOnly = true)
public class ReviewList {

    private final ReviewListStore store;
    private final Clock clock;

    ReviewList(ReviewListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A page of findings, worst first. */
    @RetriedWhileStoreIsAway
    public FindingPage page(Caller caller, FindingFilter filter, @Nullable FindingCursor after) {
        requireStaff(caller);
        return FindingPage.of(store.lines(FindingQuery.after(filter, after, clock.instant(), FindingPage.SIZE + 1)));
    }

    /** The nearest other zone in the list, from a place that need not be in it any more. */
    @RetriedWhileStoreIsAway
    public Optional<FindingLine> next(Caller caller, FindingFilter filter, FindingCursor from) {
        return neighbour(caller, filter, from, false);
    }

    @RetriedWhileStoreIsAway
    public Optional<FindingLine> previous(Caller caller, FindingFilter filter, FindingCursor from) {
        return neighbour(caller, filter, from, true);
    }

    /** Everything that is wrong with a zone, worst first. */
    @RetriedWhileStoreIsAway
    public List<FindingLine> of(Caller caller, ZoneSnapshot zone) {
        requireStaff(caller);
        return store.of(zone.id());
    }

    /**
     * The worst incidents. Those of a customer's zones, or of one finding, are listed zone by zone instead.
     *
     * @param most so many at most
     */
    @RetriedWhileStoreIsAway
    public List<Incident> incidents(Caller caller, FindingFilter filter, int most) {
        requireStaff(caller);
        return filter.resolvesIncidents() || filter.standing() == WantedStanding.REVIEWED
                ? List.of()
                : store.incidents(filter, clock.instant(), most);
    }

    /** Other zones of a zone's customer, worst first. */
    @RetriedWhileStoreIsAway
    public List<OtherZone> otherZones(Caller caller, ZoneSnapshot zone, int most) {
        requireStaff(caller);
        return store.otherZones(zone.customer(), zone.id(), most);
    }

    /** The day on which somebody wants to look at a zone again. */
    @RetriedWhileStoreIsAway
    public Optional<LocalDate> secondLook(Caller caller, ZoneSnapshot zone) {
        requireStaff(caller);
        return store.secondLook(zone.id());
    }

    private Optional<FindingLine> neighbour(Caller caller, FindingFilter filter, FindingCursor from, boolean before) {
        requireStaff(caller);
        return store.lines(FindingQuery.neighbour(filter, from, before, clock.instant())).stream()
                .findFirst();
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
