package de.postlotse.support;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneHandedBack;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.util.List;
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
    private final Clock clock;

    Reviews(ZoneReviews repository, Clock clock) {
        this.repository = repository;
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
        requireStaff(caller);
        repository.save(ZoneReview.of(zone.id(), zone.version(), caller.username(), remark, clock.instant()));
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
