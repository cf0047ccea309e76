package de.postlotse.desk.takeover;

import de.postlotse.account.Caller;
import de.postlotse.desk.takeover.TakeOverLists.FailedZone;
import de.postlotse.dns.DomainName;
import de.postlotse.store.NewRow;
import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import de.postlotse.work.JobKind;
import de.postlotse.work.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists and what became of their zones, in plain SQL: a list is written and counted by the thousands. */
@Component
record TakeOverStore(JdbcClient store, JdbcOperations batches, JobStore<TakeOverItemStatus> jobs) {

    private static final int BATCH = 1_000;

    long add(Caller caller, @Nullable String nameServer, List<ListReading.Entry> entries, Instant now) {
        long id = NewRow.insert(store.sql("""
                        insert into take_over_list (created_by, origin, created_at, name_server, zones, state, failures)
                        values (?, ?, ?, ?, ?, 'RUNNING', 0)""")
                .params(caller.username(), caller.origin(), StoredTime.of(now))
                .param(nameServer)
                .param(entries.size()));
        batches.batchUpdate(
                "insert into take_over_item (list_id, place, zone, customer, status, tries) values (?, ?, ?, ?, 'WAITING', 0)",
                IntStream.range(0, entries.size()).boxed().toList(),
                BATCH,
                (statement, index) -> {
                    statement.setLong(1, id);
                    statement.setInt(2, index + 1);
                    statement.setString(3, entries.get(index).zone().toString());
                    statement.setString(4, entries.get(index).customer());
                });
        return id;
    }

    Optional<TakeOverList> find(long id) {
        return store.sql("select * from take_over_list where id = ?")
                .param(id)
                .query(this::list)
                .optional();
    }

    List<TakeOverList> newest(int limit) {
        return store.sql("select * from take_over_list order by id desc fetch first ? rows only")
                .param(limit)
                .query(this::list)
                .list();
    }

    List<FailedZone> failed(long id, int after, int limit) {
        return store.sql("""
                        select place, zone, customer, problem from take_over_item
                        where list_id = ? and status = 'FAILED' and place > ?
                        order by place fetch first ? rows only""")
                .params(id, after, limit)
                .query(new RecordRows<>(FailedZone.class))
                .list();
    }

    /** Those first that were tried least often. */
    List<TakeOverItem> waiting(long id, int limit) {
        return store.sql("""
                        select place, zone, customer from take_over_item
                        where list_id = ? and status = 'WAITING'
                        order by tries, place fetch first ? rows only""")
                .params(id, limit)
                .query(new RecordRows<>(TakeOverItem.class))
                .list();
    }

    /** It goes to the end of what waits. */
    void postpone(long id, int place) {
        store.sql("update take_over_item set tries = tries + 1 where list_id = ? and place = ?")
                .params(id, place)
                .update();
    }

    private TakeOverList list(ResultSet row, int number) throws SQLException {
        return new TakeOverList(
                row.getString("created_by"),
                row.getString("origin"),
                StoredTime.read(row, "created_at"),
                row.getString("name_server"),
                jobs.read(row));
    }

    /** A zone of a list that is to be taken over still. */
    record TakeOverItem(int place, DomainName zone, String customer) implements JobKind.JobItem {}
}
