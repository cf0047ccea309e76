package de.postlotse.desk.review;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingStore;
import de.postlotse.desk.finding.IncidentStore;
import de.postlotse.desk.finding.RefreshQueue;
import de.postlotse.store.RecordRows;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneHandedBack;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient store;
    private final FindingStore findings;
    private final IncidentStore incidents;
    private final RefreshQueue queue;
    private final Clock clock;
    private final ZoneId timeZone;

    Reviews(
            JdbcClient store,
            FindingStore findings,
            IncidentStore incidents,
            RefreshQueue queue,
            Clock clock,
            ZoneId timeZone) {
        this.store = store;
        this.findings = findings;
        this.incidents = incidents;
        this.queue = queue;
        this.clock = clock;
        this.timeZone = timeZone;
    }

    /** The newest notes about a zone, newest first. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<Review> of(Caller caller, ZoneSnapshot zone) {
        caller.requireStaff();
        return store.sql("""
                        select reviewed_at as at, reviewer, zone_version, remark, look_again_on from zone_review
                        where zone_id = ? order by id desc fetch first ? rows only""")
                .params(zone.id(), SHOWN)
                .query(new RecordRows<>(Review.class))
                .list();
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
        caller.requireStaff();
        if (wasNoted(zone, review)) {
            return;
        }
        store.sql("""
                        insert into zone_review
                            (zone_id, zone_version, reviewed_at, reviewer, remark, look_again_on, edit_id)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(zone.id(), zone.version(), StoredTime.of(clock.instant()), caller.username(), review.remark())
                .param(review.lookAgainOn())
                .param(review.id())
                .update();
        incidents.askAbout(zone.id());
        findings.setReviewed(zone.id());
        if (lookAgainOn(zone.id(), review.lookAgainOn())) {
            findings.remove(zone.id(), FindingKind.SECOND_LOOK);
        }
        queue.add(zone.id());
    }

    /** The first day that can be chosen for a second look. */
    public LocalDate tomorrow() {
        return today().plusDays(1);
    }

    /** The notes go with their zone. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(ZoneHandedBack news) {
        store.sql("delete from zone_review where zone_id = ?")
                .param(news.zoneId())
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    /**
     * Sets the day on which the zone is to be looked at again; without one, a day that has come is over, and one that is
     * still to come stays.
     *
     * @return whether no second look is due after this
     */
    private boolean lookAgainOn(long zoneId, @Nullable LocalDate day) {
        if (day == null) {
            store.sql("delete from second_look where zone_id = ? and due_on <= ?")
                    .params(zoneId, today())
                    .update();
            return true;
        }
        int there = store.sql("update second_look set due_on = ? where zone_id = ?")
                .params(day, zoneId)
                .update();
        if (there == 0) {
            store.sql("insert into second_look (zone_id, due_on) values (?, ?)")
                    .params(zoneId, day)
                    .update();
        }
        return day.isAfter(today());
    }

    private boolean wasNoted(ZoneSnapshot zone, NewReview review) {
        return store.sql("select id from zone_review where zone_id = ? and edit_id = ?")
                .params(zone.id(), review.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * What was noted about a zone, for staff only.
     *
     * @param lookAgainOn when somebody is to look at it again
     */
    public record Review(
            Instant at,
            String reviewer,
            long zoneVersion,
            String remark,
            @Nullable LocalDate lookAgainOn) {}

    /**
     * A note to be made about a zone.
     *
     * @param id the same however often the note is sent
     * @param lookAgainOn when somebody is to look at it again; null where nobody need do so
     */
    public record NewReview(
            UUID id, String remark, @Nullable LocalDate lookAgainOn) {}
}
