package de.postlotse.support;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneHandedBack;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes of support about zones; no customer ever sees them. */
@Service
@Transactional
public class Reviews {

    /** In characters. */
    public static final int LONGEST_REMARK = 2_000;

    private static final int SHOWN = 50;

    private final ZoneReviews repository;
    private final SecondLooks secondLooks;
    private final FindingStore findings;
    private final IncidentStore incidents;
    private final RefreshQueue queue;
    private final Clock clock;

    Reviews(
            ZoneReviews repository,
            SecondLooks secondLooks,
            FindingStore findings,
            IncidentStore incidents,
            RefreshQueue queue,
            Clock clock) {
        this.repository = repository;
        this.secondLooks = secondLooks;
        this.findings = findings;
        this.incidents = incidents;
        this.queue = queue;
        this.clock = clock;
    }

    /** The newest notes about a zone, newest first. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<Review> of(Caller caller, ZoneSnapshot zone) {
        requireStaff(caller);
        return repository.findByZoneIdOrderByIdDesc(zone.id(), Limit.of(SHOWN)).stream()
                .map(ZoneReview::value)
                .toList();
    }

    /** Notes that the caller looked at the zone as it is. */
    public void note(Caller caller, ZoneSnapshot zone, String remark) {
        note(caller, zone, new NewReview(UUID.randomUUID(), remark, null));
    }

    /**
     * Notes that the caller looked at the zone as it is: what is wrong with it today is off the list until something
     * else is found, or until the day for a second look. A note that was sent before is not noted again.
     */
    @RetriedWhileStoreIsAway
    public void note(Caller caller, ZoneSnapshot zone, NewReview review) {
        requireStaff(caller);
        if (repository.existsByZoneIdAndEditId(zone.id(), review.id())) {
            return;
        }
        repository.save(ZoneReview.of(zone, review, caller.username(), clock.instant()));
        incidents.askAbout(zone.id());
        findings.setReviewed(zone.id());
        if (secondLooks.set(zone.id(), review.lookAgainOn())) {
            findings.remove(zone.id(), FindingKind.SECOND_LOOK);
        }
        queue.add(zone.id());
    }

    /** The first day that can be chosen for a second look. */
    public LocalDate tomorrow() {
        return secondLooks.today().plusDays(1);
    }

    /** The notes go with their zone. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(ZoneHandedBack news) {
        repository.deleteOf(news.zoneId());
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
