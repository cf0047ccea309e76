package de.postlotse.desk.review;

import de.postlotse.account.Caller;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingStore;
import de.postlotse.desk.finding.IncidentStore;
import de.postlotse.desk.finding.RefreshQueue;
import de.postlotse.store.RecordRows;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Advice that staff say does not count for a zone: a single server may be just what somebody wants. */
@Service
@Transactional
public class Waivers {

    /** In characters. */
    public static final int LONGEST_REASON = 300;

    private final JdbcClient store;
    private final FindingStore findings;
    private final IncidentStore incidents;
    private final RefreshQueue queue;
    private final Clock clock;

    Waivers(JdbcClient store, FindingStore findings, IncidentStore incidents, RefreshQueue queue, Clock clock) {
        this.store = store;
        this.findings = findings;
        this.incidents = incidents;
        this.queue = queue;
        this.clock = clock;
    }

    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<Waiver> of(Caller caller, ZoneSnapshot zone) {
        caller.requireStaff();
        return store.sql(
                        "select kind, waived_by, waived_at as at, reason from finding_waiver where zone_id = ? order by kind")
                .param(zone.id())
                .query(new RecordRows<>(Waiver.class))
                .list();
    }

    /** From now on the advice does not count for the zone; one that is waived already keeps its reason. */
    @RetriedWhileStoreIsAway
    public void waive(Caller caller, ZoneSnapshot zone, FindingKind kind, String reason) {
        caller.requireStaff();
        if (!kind.isAdvice()) {
            throw new IllegalArgumentException("more than advice: " + kind);
        }
        store.sql("""
                        insert into finding_waiver (zone_id, kind, waived_by, waived_at, reason)
                        select ?, ?, ?, ?, ? where not exists (
                            select 1 from finding_waiver where zone_id = ? and kind = ?)""")
                .params(
                        zone.id(),
                        kind.name(),
                        caller.username(),
                        StoredTime.of(clock.instant()),
                        reason,
                        zone.id(),
                        kind.name())
                .update();
        incidents.askAbout(zone.id());
        findings.remove(zone.id(), kind);
        queue.add(zone.id());
    }

    /** The advice counts again. */
    @RetriedWhileStoreIsAway
    public void takeBack(Caller caller, ZoneSnapshot zone, FindingKind kind) {
        caller.requireStaff();
        store.sql("delete from finding_waiver where zone_id = ? and kind = ?")
                .params(zone.id(), kind.name())
                .update();
        queue.add(zone.id());
    }

    /** Advice that does not count for a zone, and why. */
    public record Waiver(FindingKind kind, String waivedBy, Instant at, String reason) {}
}
