package de.postlotse.notice;

import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneHealth.Health;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants to hear of broken zones, and what they were told of them. What is to be told is what the store holds against
 * that, so that nothing is lost with a process that ends.
 */
@Component
class HealthMailStore {

    private static final RecordRows<HealthNews> NEWS = new RecordRows<>(HealthNews.class);

    private final JdbcClient store;
    private final JdbcOperations batches;

    HealthMailStore(JdbcClient store, JdbcOperations batches) {
        this.store = store;
        this.batches = batches;
    }

    /**
     * Accounts that are to be told of a zone.
     *
     * @param settled since when a zone has to be as it is now
     * @param again before when an account has to have been told that a zone is fine, to be told that it is broken once more
     */
    List<String> due(Instant settled, Instant again, Instant now, int limit) {
        return store.sql("""
                        select a.username from account a
                        where a.health_mail and a.email is not null and a.customer is not null
                            and (exists (
                                select 1 from zone z left join health_mail_told t
                                    on t.zone_id = z.id and t.username = a.username
                                where z.customer = a.customer and z.health = :broken and z.health_since <= :settled
                                    and (t.broken is null or not t.broken and t.told_at <= :again))
                            or exists (
                                select 1 from health_mail_told t join zone z on z.id = t.zone_id
                                where t.username = a.username and t.broken and z.customer = a.customer
                                    and z.health = :fine and z.health_since <= :settled))
                            and not exists (
                                select 1 from health_mail_told t where t.username = a.username and t.told_at > :settled)
                            and not exists (
                                select 1 from health_mail_pause p where p.username = a.username and p.paused_until > :now)
                        order by a.username fetch first :limit rows only""")
                .param("broken", Health.BROKEN.ordinal())
                .param("fine", Health.FINE.ordinal())
                .param("settled", StoredTime.of(settled))
                .param("again", StoredTime.of(again))
                .param("now", StoredTime.of(now))
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Zones of a customer that are broken now, of which the account does not know, in the order of their names. */
    List<HealthNews> broken(String username, String customer, Instant again, int limit) {
        return store.sql("""
                        select z.id, z.name, z.health_why, z.health_since from zone z
                        left join health_mail_told t on t.zone_id = z.id and t.username = ?
                        where z.customer = ? and z.health = ?
                            and (t.broken is null or not t.broken and t.told_at <= ?)
                        order by z.name fetch first ? rows only""")
                .params(username, customer, Health.BROKEN.ordinal(), StoredTime.of(again), limit)
                .query(NEWS)
                .list();
    }

    /** Zones of a customer that are fine now, of which the account knows that they were broken. */
    List<HealthNews> fineAgain(String username, String customer, int limit) {
        return store.sql("""
                        select z.id, z.name, z.health_why, z.health_since from health_mail_told t
                        join zone z on z.id = t.zone_id
                        where t.username = ? and t.broken and z.customer = ? and z.health = ?
                        order by z.name fetch first ? rows only""")
                .params(username, customer, Health.FINE.ordinal(), limit)
                .query(NEWS)
                .list();
    }

    /** The mail server has taken it. A zone that is no longer there meanwhile is left out. */
    @Transactional
    void told(String username, List<HealthNews> news, Instant at) {
        batches.batchUpdate(
                "delete from health_mail_told where username = ? and zone_id = ?",
                news.stream().map(each -> new Object[] {username, each.id()}).toList());
        batches.batchUpdate(
                "insert into health_mail_told (username, zone_id, broken, told_at)"
                        + " select cast(? as varchar(100)), id, cast(? as boolean), cast(? as timestamp with time zone)"
                        + " from zone where id = ?",
                news.stream()
                        .map(each -> new Object[] {username, each.isBroken(), StoredTime.of(at), each.id()})
                        .toList());
        store.sql("delete from health_mail_pause where username = ?")
                .param(username)
                .update();
    }

    /** What nobody needs to know any more: of accounts that are gone or want no mail, and of zones that are others' now. */
    @Transactional
    void forget(Instant again) {
        store.sql("""
                        delete from health_mail_told t where not t.broken and t.told_at <= ? or not exists (
                            select 1 from account a join zone z on z.customer = a.customer
                            where a.username = t.username and z.id = t.zone_id and a.health_mail)""").param(StoredTime.of(again)).update();
        store.sql("""
                        delete from health_mail_pause p where not exists (
                            select 1 from account a where a.username = p.username and a.health_mail)""").update();
    }

    /** How often mails to an account failed since the last one that did not. */
    int failures(String username) {
        return store.sql("select failures from health_mail_pause where username = ?")
                .param(username)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Transactional
    void pause(String username, int failures, Instant until) {
        store.sql("delete from health_mail_pause where username = ?")
                .param(username)
                .update();
        store.sql("insert into health_mail_pause (username, failures, paused_until) values (?, ?, ?)")
                .params(username, failures, StoredTime.of(until))
                .update();
    }
}
