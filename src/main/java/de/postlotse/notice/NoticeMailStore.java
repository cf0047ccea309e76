package de.postlotse.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be mailed, in the store. */
@Component
class NoticeMailStore {

    private final JdbcClient store;
    private final JdbcOperations batches;

    NoticeMailStore(JdbcClient store, JdbcOperations batches) {
        this.store = store;
        this.batches = batches;
    }

    void add(long notice, List<String> accounts, Instant at) {
        batches.batchUpdate(
                "insert into notice_mail (username, notice_id, noticed_at) values (?, ?, ?)",
                accounts.stream()
                        .map(account -> new Object[] {account, notice, time(at)})
                        .toList());
    }

    /** Accounts that have something to be mailed from before a moment and are not paused, the longest waiting first. */
    List<String> due(Instant before, Instant now, int limit) {
        return store.sql("""
                        select username from notice_mail m
                        where noticed_at <= ? and not exists (
                            select 1 from notice_mail_pause p where p.username = m.username and p.paused_until > ?)
                        group by username order by min(notice_id) fetch first ? rows only""")
                .params(time(before), time(now), limit)
                .query((row, number) -> row.getString("username"))
                .list();
    }

    /** What is to be mailed to an account of a customer from before a moment, the oldest first. */
    List<Notice> waiting(String username, String customer, Instant before, int limit) {
        return store.sql("""
                        select n.* from notice_mail m join customer_notice n on n.id = m.notice_id
                        where m.username = ? and n.customer = ? and m.noticed_at <= ?
                        order by n.id fetch first ? rows only""")
                .params(username, customer, time(before), limit)
                .query(NoticeStore::notice)
                .list();
    }

    /** The mail server has taken them, or nobody is to get them any more. */
    @Transactional
    void done(String username, List<Notice> notices) {
        batches.batchUpdate(
                "delete from notice_mail where username = ? and notice_id = ?",
                notices.stream()
                        .map(notice -> new Object[] {username, notice.id()})
                        .toList());
        store.sql("delete from notice_mail_pause where username = ?")
                .param(username)
                .update();
    }

    /** There is no such account any more, or it has become another customer's, or nobody is to write to it. */
    @Transactional
    void forget(String username) {
        store.sql("delete from notice_mail where username = ?").param(username).update();
        store.sql("delete from notice_mail_pause where username = ?")
                .param(username)
                .update();
    }

    /** How often mails to an account failed since the last one that did not. */
    int failures(String username) {
        return store.sql("select failures from notice_mail_pause where username = ?")
                .param(username)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void pause(String username, int failures, Instant until) {
        int known = store.sql("update notice_mail_pause set failures = ?, paused_until = ? where username = ?")
                .params(failures, time(until), username)
                .update();
        if (known == 0) {
            store.sql("insert into notice_mail_pause (failures, paused_until, username) values (?, ?, ?)")
                    .params(failures, time(until), username)
                    .update();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
