package de.postlotse.notice;

import de.postlotse.store.NewRow;
import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ChangeRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices in the store. Each of its statements names the customer whose they are. */
@Component
record NoticeStore(JdbcClient store) {

    static final RecordRows<Notice> NOTICE = new RecordRows<>(Notice.class);

    /** @return its number */
    long add(ChangeRecorded change) {
        return NewRow.insert(store.sql("""
                        insert into customer_notice
                            (customer, zone_id, zone, version, kind, noticed_at, noticed_minute)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        change.customer(),
                        change.zoneId(),
                        change.zone().toString(),
                        change.version(),
                        change.kind().name(),
                        StoredTime.of(change.at()),
                        StoredTime.of(change.at().truncatedTo(ChronoUnit.MINUTES))));
    }

    /** The newest unread ones, those of a minute and kind as one. */
    List<Notices.Group> unreadGroups(String customer, int limit) {
        List<Counted> counted = store.sql("""
                        select noticed_minute, kind, count(*) as notices, max(id) as newest from customer_notice
                        where customer = ? and read_at is null
                        group by noticed_minute, kind
                        order by max(id) desc fetch first ? rows only""")
                .params(customer, limit)
                .query(new RecordRows<>(Counted.class))
                .list();
        Map<Long, Notice> newest = counted.isEmpty()
                ? Map.of()
                : store
                        .sql("select * from customer_notice where id in (:ids)")
                        .param("ids", counted.stream().map(Counted::newest).toList())
                        .query(NOTICE)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Notice::id, Function.identity()));
        return counted.stream()
                .filter(group -> newest.containsKey(group.newest()))
                .map(group -> new Notices.Group(group.notices(), Objects.requireNonNull(newest.get(group.newest()))))
                .toList();
    }

    List<Notice> unreadOf(String customer, long zoneId, int limit) {
        return store.sql("""
                        select * from customer_notice where customer = ? and zone_id = ? and read_at is null
                        order by id desc fetch first ? rows only""").params(customer, zoneId, limit).query(NOTICE).list();
    }

    /** Read and unread ones from before a number, newest first. */
    List<Notice> page(String customer, Notices.@Nullable Batch batch, long before, int limit) {
        JdbcClient.StatementSpec query = store.sql("select * from customer_notice where customer = :customer"
                        + " and id < :before"
                        + (batch == null ? "" : " and noticed_minute = :minute and kind = :kind")
                        + " order by id desc fetch first :limit rows only")
                .param("customer", customer)
                .param("before", before)
                .param("limit", limit);
        return (batch == null
                        ? query
                        : query.param("minute", StoredTime.of(batch.minute()))
                                .param("kind", batch.kind().name()))
                .query(NOTICE)
                .list();
    }

    void markRead(String customer, long id, Instant now) {
        store.sql("update customer_notice set read_at = ? where customer = ? and id = ? and read_at is null")
                .params(StoredTime.of(now), customer, id)
                .update();
    }

    /** @param upTo the newest that was seen; what came since then stays */
    void markRead(String customer, Notices.Batch batch, long upTo, Instant now) {
        store.sql("""
                        update customer_notice set read_at = ?
                        where customer = ? and noticed_minute = ? and kind = ? and id <= ? and read_at is null""")
                .params(
                        StoredTime.of(now),
                        customer,
                        StoredTime.of(batch.minute()),
                        batch.kind().name(),
                        upTo)
                .update();
    }

    void markAllRead(String customer, long upTo, Instant now) {
        store.sql("update customer_notice set read_at = ? where customer = ? and id <= ? and read_at is null")
                .params(StoredTime.of(now), customer, upTo)
                .update();
    }

    private record Counted(int notices, long newest) {}
}
