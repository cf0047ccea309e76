package de.postlotse.desk.review;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingStore;
import de.postlotse.desk.finding.IncidentStore;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Notes the same about many zones: some of a list, or all of an incident. */
@Service
public record ManyReviews(
        Reviews reviews,
        FindingStore findings,
        IncidentStore incidents,
        Zones zones,
        JdbcClient store,
        TransactionOperations transaction,
        Clock clock) {

    private static final int ROWS = 1_000;

    /**
     * As {@link Reviews#note(Caller, ZoneSnapshot, Reviews.NewReview)} for each; zones that are not ours
     * any more are left out.
     *
     * @return how many were noted
     */
    public int note(Caller caller, Collection<DomainName> names, Reviews.NewReview review) {
        List<ZoneSnapshot> found = names.stream()
                .map(name -> zones.find(caller, name))
                .flatMap(Optional::stream)
                .toList();
        found.forEach(zone -> reviews.note(caller, zone, review));
        return found.size();
    }

    /**
     * Notes that the caller looked at a finding of all zones that have it. What else is wrong with them stays on the list.
     * A part at a time, however many there are: whoever is interrupted asks again for the rest.
     *
     * @return how many were noted
     */
    public int noteAll(Caller caller, FindingKind kind, String subject, String remark) {
        caller.requireStaff();
        int noted = 0;
        List<Long> part;
        do {
            part = notePart(caller, kind, subject, remark);
            noted += part.size();
        } while (part.size() == ROWS);
        transaction.executeWithoutResult(status -> incidents.end(kind, subject));
        return noted;
    }

    private List<Long> notePart(Caller caller, FindingKind kind, String subject, String remark) {
        return transaction.execute(status -> {
            List<Long> part = findings.notReviewed(kind, subject, ROWS);
            if (!part.isEmpty()) {
                store.sql("""
                                insert into zone_review (zone_id, zone_version, reviewed_at, reviewer, remark)
                                select id, version, :now, :reviewer, :remark from zone where id in (:zones)""")
                        .param("now", StoredTime.of(clock.instant()))
                        .param("reviewer", caller.username())
                        .param("remark", remark)
                        .param("zones", part)
                        .update();
                findings.setReviewed(kind, subject, part);
            }
            return part;
        });
    }
}
