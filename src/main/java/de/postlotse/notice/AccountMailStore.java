package de.postlotse.notice;

import de.postlotse.account.AccountNews;
import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be mailed about accounts, in the store. */
@Component
record AccountMailStore(JdbcClient store) {

    void add(AccountNews news, String email, Instant at) {
        store.sql("""
                        insert into account_mail (username, email, language, kind, happened_at, due_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        news.username(),
                        email,
                        news.language().name(),
                        news.kind().name(),
                        StoredTime.of(at),
                        StoredTime.of(at))
                .update();
    }

    /** The longest waiting first. */
    List<AccountMail> due(Instant now, int limit) {
        return store.sql("""
                        select id, username, email, language, kind, happened_at, failures from account_mail
                        where due_at <= ? order by due_at, id fetch first ? rows only""")
                .params(StoredTime.of(now), limit)
                .query(new RecordRows<>(AccountMail.class))
                .list();
    }

    /** The mail server has taken it, or it is given up. */
    void done(AccountMail mail) {
        store.sql("delete from account_mail where id = ?").param(mail.id()).update();
    }

    void again(AccountMail mail, Instant at) {
        store.sql("update account_mail set failures = failures + 1, due_at = ? where id = ?")
                .params(StoredTime.of(at), mail.id())
                .update();
    }
}
