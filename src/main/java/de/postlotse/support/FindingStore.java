package de.postlotse.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The findings in the store and what they follow from besides zones and servers, for many zones at once. */
@Component
class FindingStore {

    private static final int BATCH = 500;

    private final JdbcClient store;
    private final JdbcOperations batches;

    FindingStore(JdbcClient store, JdbcOperations batches) {
        this.store = store;
        this.batches = batches;
    }

    /** A finding to be written down, with what lists sort and filter by. */
    record NewFinding(
            long zoneId,
            FindingGroup group,
            FindingStanding standing,
            Instant since,
            String customer,
            String nameServer,
            String tld) {}

    /** A finding that is over. */
    record OldFinding(long zoneId, FindingGroup group) {}

    Map<Long, Set<FindingGroup>> of(Collection<Long> zones) {
        Map<Long, Set<FindingGroup>> findings = new HashMap<>();
        store.sql("select zone_id, kind, subject from zone_finding where zone_id in (:zones)")
                .param("zones", zones)
                .query(row -> {
                    findings.computeIfAbsent(row.getLong("zone_id"), zone -> new HashSet<>())
                            .add(group(row));
                });
        return findings;
    }

    Map<Long, Set<FindingKind>> waivers(Collection<Long> zones) {
        Map<Long, Set<FindingKind>> waived = new HashMap<>();
        store.sql("select zone_id, kind from finding_waiver where zone_id in (:zones)")
                .param("zones", zones)
                .query(row -> {
                    waived.computeIfAbsent(row.getLong("zone_id"), zone -> EnumSet.noneOf(FindingKind.class))
                            .add(FindingKind.valueOf(row.getString("kind")));
                });
        return waived;
    }

    Map<Long, LocalDate> secondLooks(Collection<Long> zones) {
        Map<Long, LocalDate> looks = new HashMap<>();
        store.sql("select zone_id, due_on from second_look where zone_id in (:zones)")
                .param("zones", zones)
                .query(row -> {
                    looks.put(row.getLong("zone_id"), row.getObject("due_on", LocalDate.class));
                });
        return looks;
    }

    void add(List<NewFinding> findings) {
        batches.batchUpdate("""
                insert into zone_finding
                    (zone_id, kind, subject, weight, standing, since, customer, name_server, tld)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", findings, BATCH, (statement, finding) -> {
            statement.setLong(1, finding.zoneId());
            statement.setString(2, finding.group().kind().name());
            statement.setString(3, finding.group().subject());
            statement.setInt(4, finding.group().kind().weight());
            statement.setString(5, finding.standing().name());
            statement.setObject(6, finding.since().atOffset(ZoneOffset.UTC));
            statement.setString(7, finding.customer());
            statement.setString(8, finding.nameServer());
            statement.setString(9, finding.tld());
        });
    }

    void remove(List<OldFinding> findings) {
        batches.batchUpdate(
                "delete from zone_finding where zone_id = ? and kind = ? and subject = ?",
                findings,
                BATCH,
                (statement, finding) -> {
                    statement.setLong(1, finding.zoneId());
                    statement.setString(2, finding.group().kind().name());
                    statement.setString(3, finding.group().subject());
                });
    }

    /** Somebody looked at a zone as it is; what is found later counts anew. */
    void setReviewed(long zoneId) {
        store.sql("update zone_finding set standing = ? where zone_id = ?")
                .params(FindingStanding.REVIEWED.name(), zoneId)
                .update();
    }

    void remove(long zoneId, FindingKind kind) {
        store.sql("delete from zone_finding where zone_id = ? and kind = ?")
                .params(zoneId, kind.name())
                .update();
    }

    static FindingGroup group(ResultSet row) throws SQLException {
        return new FindingGroup(FindingKind.valueOf(row.getString("kind")), row.getString("subject"));
    }
}
