package de.postlotse.zone;

import de.postlotse.account.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is not live everywhere, across all customers; for staff. */
@Service
@Transactional(readOnly = true)
public class WaitingZones {

    /** Lines of a page. */
    public static final int PAGE = 100;

    private final ZoneRepository repository;

    WaitingZones(ZoneRepository repository) {
        this.repository = repository;
    }

    /** Counted by name server and state. */
    public List<WaitingCount> counts(Caller caller) {
        requireStaff(caller);
        return repository.countWaiting(PublicationState.LIVE);
    }

    /**
     * A page of them in the order of their ids.
     *
     * @param nameServer only zones that live there; null for all
     * @param afterId the last line of the page before
     */
    public List<WaitingZone> list(Caller caller, @Nullable String nameServer, long afterId) {
        requireStaff(caller);
        return repository.waiting(PublicationState.LIVE, nameServer, afterId, Limit.of(PAGE)).stream()
                .map(Zone::waiting)
                .toList();
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
