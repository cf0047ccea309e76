package de.postlotse.desk.finding;

import de.postlotse.store.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
public record FindingStore(JdbcClient store, JdbcOperations batches) {

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
        batches.batchUpdate(
                """
                insert into zone_finding
                    (zone_id, kind, subject, weight, standing, since, customer, name_server, tld)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                findings.stream()
                        .map(finding -> new Object[] {
                            finding.zoneId(),
                            finding.group().kind().name(),
                            finding.group().subject(),
                            finding.group().kind().weight(),
                            finding.standing().name(),
                            StoredTime.of(finding.since()),
                            finding.customer(),
                            finding.nameServer(),
                            finding.tld()
                        })
                        .toList());
    }

    public void remove(List<OldFinding> findings) {
        batches.batchUpdate(
                "delete from zone_finding where zone_id = ? and kind = ? and subject = ?",
                findings.stream()
                        .map(finding -> new Object[] {
                            finding.zoneId(),
                            finding.group().kind().name(),
                            finding.group().subject()
                        })
                        .toList());
    }

    /** Somebody looked at a zone as it is; what is found later counts anew. */
    public void setReviewed(long zoneId) {
        store.sql("update zone_finding set standing = ? where zone_id = ?")
                .params(FindingStanding.REVIEWED.name(), zoneId)
                .update();
    }

    /** Zones of which nobody looked at a finding, those that have it for the longest time first. */
    public List<Long> notReviewed(FindingKind kind, String subject, int limit) {
        return store.sql("""
                        select zone_id from zone_finding
                        where kind = ? and subject = ? and standing in ('OPEN', 'INCIDENT')
                        order by standing, since, zone_id fetch first ? rows only""")
                .params(kind.name(), subject, limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Somebody looked at one finding of many zones. */
    public void setReviewed(FindingKind kind, String subject, List<Long> zones) {
        store.sql("""
                        update zone_finding set standing = 'REVIEWED'
                        where zone_id in (:zones) and kind = :kind and subject = :subject""")
                .param("zones", zones)
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
    }

    public void remove(long zoneId, FindingKind kind) {
        store.sql("delete from zone_finding where zone_id = ? and kind = ?")
                .params(zoneId, kind.name())
                .update();
    }

    static FindingGroup group(ResultSet row) throws SQLException {
        return new FindingGroup(FindingKind.valueOf(row.getString("kind")), row.getString("subject"));
    }
}
