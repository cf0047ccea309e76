package de.postlotse.desk.report;

import de.postlotse.account.Caller;
import de.postlotse.account.token.TokenSecret;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The links to reports: staff hand them out and take them back, whoever has one may look. */
@Service
public class ReportLinks {

    private static final Logger log = LoggerFactory.getLogger(ReportLinks.class);

    private final ReportLinkStore store;
    private final SignedLinks signed;
    private final Clock clock;

    ReportLinks(ReportLinkStore store, SignedLinks signed, Clock clock) {
        this.store = store;
        this.signed = signed;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @return its secret, which is known only here and now
     */
    public TokenSecret create(Caller caller, ZoneSnapshot zone, Validity validity) {
        caller.requireStaff();
        Instant now = clock.instant();
        store.deleteExpired(now);
        Instant until = validity.endsAt(now).truncatedTo(ChronoUnit.SECONDS);
        TokenSecret secret = TokenSecret.random();
        long id = store.add(zone, secret, until, caller.username(), now);
        log.info("{} made link {} to the report of {}, good until {}", caller.username(), id, zone.name(), until);
        return secret;
    }

    /** The links to a zone's report that are good now, newest first. */
    @RetriedWhileStoreIsAway
    public List<ReportLink> list(Caller caller, ZoneSnapshot zone) {
        caller.requireStaff();
        return store.valid(zone.id(), clock.instant());
    }

    /** Makes a link void at once; says nothing where there is none. */
    public void revoke(Caller caller, ZoneSnapshot zone, long id) {
        caller.requireStaff();
        if (store.delete(zone.id(), id)) {
            log.info("{} revoked link {} to the report of {}", caller.username(), id, zone.name());
        }
    }

    /** The link that a token stands for, where it is good now and was not revoked. */
    Optional<ReportLink> find(String token) {
        return TokenSecret.parse(token)
                .flatMap(store::find)
                .or(() -> signed.find(token))
                .filter(link -> clock.instant().isBefore(link.until()));
    }

    /** Whether a token is good for a zone, so that only such a one is shown on its page. */
    public boolean isFor(Caller caller, ZoneSnapshot zone, String token) {
        caller.requireStaff();
        return find(token).filter(link -> link.zoneId() == zone.id()).isPresent();
    }

    /**
     * A link that was handed out, without its secret.
     *
     * @param customer whose zone it was made for
     */
    public record ReportLink(
            long id, long zoneId, String customer, Instant until, String createdBy, Instant createdAt) {}

    /** How long a link to a report is good. */
    public enum Validity {
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30));

        private final Duration length;

        Validity(Duration length) {
            this.length = length;
        }

        Instant endsAt(Instant now) {
            return now.plus(length);
        }
    }
}
