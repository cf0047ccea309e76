package de.postlotse.notice;

import de.postlotse.store.KeptFigures;
import de.postlotse.store.StoredTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
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
                        .map(account -> new Object[] {account, notice, StoredTime.of(at)})
                        .toList());
    }

    /** Accounts that have something to be mailed from before a moment and are not paused, the longest waiting first. */
    List<String> due(Instant before, Instant now, int limit) {
        return store.sql("""
                        select username from notice_mail m
                        where noticed_at <= ? and not exists (
                            select 1 from notice_mail_pause p where p.username = m.username and p.paused_until > ?)
                        group by username order by min(notice_id) fetch first ? rows only""")
                .params(StoredTime.of(before), StoredTime.of(now), limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What is to be mailed to an account of a customer from before a moment, the oldest first. */
    List<Notice> waiting(String username, String customer, Instant before, int limit) {
        return store.sql("""
                        select n.* from notice_mail m join customer_notice n on n.id = m.notice_id
                        where m.username = ? and n.customer = ? and m.noticed_at <= ?
                        order by n.id fetch first ? rows only""")
                .params(username, customer, StoredTime.of(before), limit)
                .query(NoticeStore.NOTICE)
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

    @Bean
    MeterBinder mailMeters() {
        KeptFigures<String> waiting = new KeptFigures<>(() -> Map.of(
                "",
                store.sql("select (select count(*) from notice_mail) + (select count(*) from account_mail)")
                        .query(Long.class)
                        .single()));
        return Gauge.builder("postlotse.mail.waiting", () -> waiting.of(""))
                .description("What people are to be told by mail and have not been yet")::register;
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
                .params(failures, StoredTime.of(until), username)
                .update();
        if (known == 0) {
            store.sql("insert into notice_mail_pause (failures, paused_until, username) values (?, ?, ?)")
                    .params(failures, StoredTime.of(until), username)
                    .update();
        }
    }
}
