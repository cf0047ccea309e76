package de.postlotse.desk.finding;

import de.postlotse.dns.DomainName;
import de.postlotse.store.RecordRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose findings have to be made anew. What is added while somebody works on the same zone waits for another turn. */
@Component
public record RefreshQueue(JdbcClient store) {

    /** A wish to look at a zone. */
    record Entry(long id, long zoneId) {}

    /**
     * A wish to look at all zones that name a host.
     *
     * @param afterZone they were looked at up to this one, by id
     */
    record HostEntry(long id, DomainName host, long afterZone) {}

    public void add(long zoneId) {
        store.sql("insert into finding_refresh (zone_id) values (?)")
                .param(zoneId)
                .update();
    }

    public void add(DomainName host) {
        store.sql("insert into host_refresh (host) values (?)")
                .param(host.toString())
                .update();
    }

    /** Adds the zones whose day for a second look has come and that do not have that finding yet. */
    void addSecondLooks(LocalDate today) {
        store.sql("""
                        insert into finding_refresh (zone_id)
                        select s.zone_id from second_look s
                        where s.due_on <= ? and not exists (
                            select 1 from zone_finding f where f.zone_id = s.zone_id and f.kind = ?)""").params(today, FindingKind.SECOND_LOOK.name()).update();
    }

    List<Entry> zones(int limit) {
        return store.sql("select id, zone_id from finding_refresh order by id fetch first ? rows only")
                .param(limit)
                .query(new RecordRows<>(Entry.class))
                .list();
    }

    Optional<HostEntry> host() {
        return store.sql("select id, host, after_zone from host_refresh order by id fetch first 1 rows only")
                .query(new RecordRows<>(HostEntry.class))
                .optional();
    }

    /** The next zones that name the host, by id. */
    List<Long> zonesOf(HostEntry entry, int limit) {
        return store.sql("""
                        select distinct zone_id from mx_record where target = ? and zone_id > ?
                        order by zone_id fetch first ? rows only""")
                .params(entry.host().toString(), entry.afterZone(), limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Only what was read: a wish of the meantime may have a lower id and be committed later. */
    void remove(Collection<Long> ids) {
        store.sql("delete from finding_refresh where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    void goOn(HostEntry entry, long afterZone) {
        store.sql("update host_refresh set after_zone = ? where id = ?")
                .params(afterZone, entry.id())
                .update();
    }

    void remove(HostEntry entry) {
        store.sql("delete from host_refresh where id = ?").param(entry.id()).update();
    }
}
