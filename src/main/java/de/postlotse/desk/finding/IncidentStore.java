package de.postlotse.desk.finding;

import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents, and how many zones have the same finding. */
@Component
public record IncidentStore(JdbcClient store, JdbcOperations batches) {

    /** A wish to count the zones of a finding again. */
    record Wish(long id, FindingKind kind, String subject) {

        FindingGroup group() {
            return new FindingGroup(kind, subject);
        }
    }

    /** How many zones have a finding, by where it stands, and since when the first of those that nobody reviewed. */
    static final class Count {

        private final Map<FindingStanding, Integer> zones = new HashMap<>();
        private Instant since = Instant.MAX;

        private void add(FindingStanding standing, int found, Instant first) {
            zones.put(standing, found);
            if (standing != FindingStanding.REVIEWED && first.isBefore(since)) {
                since = first;
            }
        }

        int of(FindingStanding standing) {
            return zones.getOrDefault(standing, 0);
        }

        int notReviewed() {
            return of(FindingStanding.OPEN) + of(FindingStanding.INCIDENT);
        }

        int all() {
            return notReviewed() + of(FindingStanding.REVIEWED);
        }

        Instant since() {
            return since;
        }
    }

    public void askAbout(Collection<FindingGroup> groups) {
        batches.batchUpdate(
                "insert into incident_refresh (kind, subject) values (?, ?)",
                groups.stream()
                        .map(group -> new Object[] {group.kind().name(), group.subject()})
                        .toList());
    }

    /** The same for all findings of a zone. */
    public void askAbout(long zoneId) {
        store.sql("""
                        insert into incident_refresh (kind, subject)
                        select kind, subject from zone_finding where zone_id = ? and subject <> ''""").param(zoneId).update();
    }

    List<Wish> wishes(int limit) {
        return store.sql("select id, kind, subject from incident_refresh order by id fetch first ? rows only")
                .param(limit)
                .query(new RecordRows<>(Wish.class))
                .list();
    }

    void remove(List<Wish> wishes) {
        store.sql("delete from incident_refresh where id in (:ids)")
                .param("ids", wishes.stream().map(Wish::id).toList())
                .update();
    }

    /** Those of some findings that are incidents. */
    Set<FindingGroup> among(Collection<FindingGroup> groups) {
        if (groups.isEmpty()) {
            return Set.of();
        }
        Set<FindingGroup> incidents = new HashSet<>();
        store.sql("select kind, subject from incident where kind in (:kinds) and subject in (:subjects)")
                .param(
                        "kinds",
                        groups.stream().map(group -> group.kind().name()).collect(Collectors.toSet()))
                .param("subjects", groups.stream().map(FindingGroup::subject).collect(Collectors.toSet()))
                .query(row -> {
                    incidents.add(FindingStore.group(row));
                });
        return incidents;
    }

    Map<FindingGroup, Count> count(FindingKind kind, Collection<String> subjects) {
        Map<FindingGroup, Count> counts = new HashMap<>();
        store.sql("""
                        select kind, subject, standing, count(*) as zones, min(since) as first from zone_finding
                        where kind = :kind and subject in (:subjects) group by kind, subject, standing""").param("kind", kind.name()).param("subjects", subjects).query(row -> {
            counts.computeIfAbsent(FindingStore.group(row), group -> new Count())
                    .add(
                            FindingStanding.valueOf(row.getString("standing")),
                            row.getInt("zones"),
                            StoredTime.read(row, "first"));
        });
        return counts;
    }

    void put(FindingGroup group, Count count) {
        OffsetDateTime since = StoredTime.of(count.since());
        int there = store.sql("update incident set zones = ?, since = ? where kind = ? and subject = ?")
                .params(count.notReviewed(), since, group.kind().name(), group.subject())
                .update();
        if (there == 0) {
            store.sql("insert into incident (kind, subject, weight, zones, since) values (?, ?, ?, ?, ?)")
                    .params(group.kind().name(), group.subject(), group.kind().weight(), count.notReviewed(), since)
                    .update();
        }
    }

    /** Somebody looked at all its zones; those that got the finding meanwhile are looked for. */
    public void end(FindingKind kind, String subject) {
        FindingGroup group = new FindingGroup(kind, subject);
        remove(group);
        askAbout(List.of(group));
    }

    void remove(FindingGroup group) {
        store.sql("delete from incident where kind = ? and subject = ?")
                .params(group.kind().name(), group.subject())
                .update();
    }

    /**
     * Moves some of a finding's rows from one standing to another.
     *
     * @return how many
     */
    int move(FindingGroup group, FindingStanding from, FindingStanding to, int limit) {
        return store.sql("""
                        update zone_finding set standing = :to
                        where kind = :kind and subject = :subject and standing = :from and zone_id in (
                            select zone_id from zone_finding
                            where kind = :kind and subject = :subject and standing = :from
                            order by since, zone_id fetch first :limit rows only)""")
                .param("kind", group.kind().name())
                .param("subject", group.subject())
                .param("from", from.name())
                .param("to", to.name())
                .param("limit", limit)
                .update();
    }
}
