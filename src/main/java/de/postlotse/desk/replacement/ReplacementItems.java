package de.postlotse.desk.replacement;

import de.postlotse.desk.replacement.Replacements.LeftZone;
import de.postlotse.dns.DomainName;
import de.postlotse.store.RecordRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The zones of replacements and what became of them, in plain SQL: they are made by the thousands. */
@Component
record ReplacementItems(JdbcClient store) {

    private static final String ADD = """
            insert into replacement_item
                (replacement_id, place, zone_id, zone, customer, seen_version, was_ours, status)
            """;

    /** Every zone that names the host, as it is at this moment. @return how many */
    int add(long id, DomainName host) {
        return store.sql(ADD + """
                        select :id, row_number() over (order by z.name), z.id, z.name, z.customer, z.version,
                            z.routing = 'HOSTER', 'WAITING'
                        from zone z where z.id in (select zone_id from mx_record where target = :host)""")
                .param("id", id)
                .param("host", host.toString())
                .update();
    }

    /** Every zone that a replacement has changed, as it left it. @return how many */
    int addChangedBy(long undone, long id) {
        return store.sql(ADD + """
                        select :id, i.place, i.zone_id, i.zone, i.customer, i.seen_version + 1, i.was_ours, 'WAITING'
                        from replacement_item i where i.replacement_id = :undone and i.status = 'DONE'""").param("id", id).param("undone", undone).update();
    }

    List<ReplacementItem> waiting(long id, int limit) {
        return store.sql("""
                        select place, zone_id, zone, seen_version as version from replacement_item
                        where replacement_id = ? and status = 'WAITING' order by place fetch first ? rows only""")
                .params(id, limit)
                .query(new RecordRows<>(ReplacementItem.class))
                .list();
    }

    /** Zones that were not changed, by place; each status is read from its own part of the index. */
    List<LeftZone> left(long id, int after, int limit) {
        return Arrays.stream(ReplacementItemStatus.values())
                .filter(ReplacementItemStatus::isLeft)
                .flatMap(status -> withStatus(id, status, after, limit).stream())
                .sorted(Comparator.comparingInt(LeftZone::place))
                .limit(limit)
                .toList();
    }

    private List<LeftZone> withStatus(long id, ReplacementItemStatus status, int after, int limit) {
        return store.sql("""
                        select place, zone, customer, status from replacement_item
                        where replacement_id = ? and status = ? and place > ?
                        order by place fetch first ? rows only""")
                .params(id, status.name(), after, limit)
                .query(new RecordRows<>(LeftZone.class))
                .list();
    }

    /** Of the zones that a replacement has changed, those that are as it left them. */
    int asLeft(long id) {
        return countAsLeft(id, "");
    }

    /** Those of them from which mail would leave our servers if they were taken back. */
    int leavingByUndo(long id) {
        return countAsLeft(id, "and z.routing = 'HOSTER' and not i.was_ours");
    }

    private int countAsLeft(long id, String condition) {
        return store.sql("""
                        select count(*) from replacement_item i
                        join zone z on z.id = i.zone_id and z.version = i.seen_version + 1
                        where i.replacement_id = ? and i.status = 'DONE'
                        """ + condition).param(id).query(Integer.class).single();
    }
}
