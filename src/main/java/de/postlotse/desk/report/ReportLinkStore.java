package de.postlotse.desk.report;

import de.postlotse.account.token.TokenSecret;
import de.postlotse.store.NewRow;
import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that are good, in the store; each statement is a transaction of its own. */
@Component
record ReportLinkStore(JdbcClient store) {

    private static final RecordRows<ReportLinks.ReportLink> LINK = new RecordRows<>(ReportLinks.ReportLink.class);

    /** @return its number */
    long add(ZoneSnapshot zone, TokenSecret secret, Instant until, String createdBy, Instant now) {
        return NewRow.insert(store.sql("""
                        insert into report_link (zone_id, customer, token_hash, valid_until, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        zone.id(),
                        zone.customer(),
                        secret.hash(),
                        StoredTime.of(until),
                        createdBy,
                        StoredTime.of(now)));
    }

    Optional<ReportLinks.ReportLink> find(TokenSecret secret) {
        return select("where token_hash = ?", secret.hash()).stream().findFirst();
    }

    Optional<ReportLinks.ReportLink> find(long id) {
        return select("where id = ?", id).stream().findFirst();
    }

    List<ReportLinks.ReportLink> valid(long zoneId, Instant now) {
        return select("where zone_id = ? and valid_until > ? order by id desc", zoneId, StoredTime.of(now));
    }

    private List<ReportLinks.ReportLink> select(String which, Object... parameters) {
        return store.sql("select r.*, valid_until as until from report_link r " + which)
                .params(parameters)
                .query(LINK)
                .list();
    }

    /** @return whether there was one */
    boolean delete(long zoneId, long id) {
        return store.sql("delete from report_link where zone_id = ? and id = ?")
                        .params(zoneId, id)
                        .update()
                > 0;
    }

    void deleteExpired(Instant now) {
        store.sql("delete from report_link where valid_until <= ?")
                .param(StoredTime.of(now))
                .update();
    }
}
