package de.postlotse.support;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
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
        requireStaff(caller);
        return store.sql(
                        "select kind, waived_by, waived_at, reason from finding_waiver where zone_id = ? order by kind")
                .param(zone.id())
                .query((row, number) -> new Waiver(
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("waived_by"),
                        row.getObject("waived_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** From now on the advice does not count for the zone; one that is waived already keeps its reason. */
    @RetriedWhileStoreIsAway
    public void waive(Caller caller, ZoneSnapshot zone, FindingKind kind, String reason) {
        requireStaff(caller);
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
                        clock.instant().atOffset(ZoneOffset.UTC),
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
        requireStaff(caller);
        store.sql("delete from finding_waiver where zone_id = ? and kind = ?")
                .params(zone.id(), kind.name())
                .update();
        queue.add(zone.id());
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
    }
}
