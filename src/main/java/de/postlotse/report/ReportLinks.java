package de.postlotse.report;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** The links to reports: staff hand them out and take them back, whoever has one may look. */
@Service
public class ReportLinks {

    private static final Logger log = LoggerFactory.getLogger(ReportLinks.class);

    private final ReportLinkStore store;
    private final SigningKeys keys;
    private final Clock clock;

    ReportLinks(ReportLinkStore store, SigningKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @return its token, which is known only here and now
     */
    public String create(Caller caller, ZoneSnapshot zone, ReportValidity validity) {
        requireStaff(caller);
        Instant now = clock.instant();
        store.deleteExpired(now);
        Instant until = Instant.ofEpochSecond(validity.endsAt(now).getEpochSecond());
        long id = store.add(zone.id(), zone.customer(), until, caller.username(), now);
        log.info("{} made link {} to the report of {}, good until {}", caller.username(), id, zone.name(), until);
        return new LinkToken(id, zone.id(), until).sign(keys.key());
    }

    /** The links to a zone's report that are good now, newest first. */
    @RetriedWhileStoreIsAway
    public List<ReportLink> list(Caller caller, ZoneSnapshot zone) {
        requireStaff(caller);
        return store.valid(zone.id(), clock.instant());
    }

    /** Makes a link void at once; says nothing where there is none. */
    public void revoke(Caller caller, ZoneSnapshot zone, long id) {
        requireStaff(caller);
        if (store.delete(zone.id(), id)) {
            log.info("{} revoked link {} to the report of {}", caller.username(), id, zone.name());
        }
    }

    /** The link that a token stands for, where it was signed by us, is good now and was not revoked. */
    Optional<ReportLink> verified(String token) {
        return LinkToken.verified(token, keys.key())
                .filter(said -> clock.instant().isBefore(said.until()))
                .flatMap(said -> store.find(said.link())
                        .filter(link -> LinkToken.of(link).equals(said)));
    }

    /** Whether a token is good for a zone, so that only such a one is shown on its page. */
    public boolean isFor(Caller caller, ZoneSnapshot zone, String token) {
        requireStaff(caller);
        return verified(token).filter(link -> link.zoneId() == zone.id()).isPresent();
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
