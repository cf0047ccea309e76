package de.postlotse.takeover;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The lists and what became of their zones, in plain SQL: a list is written and counted by the thousands. */
@Component
class TakeOverStore {

    private static final int BATCH = 1_000;

    private final JdbcClient store;
    private final JdbcOperations batches;

    TakeOverStore(JdbcClient store, JdbcOperations batches) {
        this.store = store;
        this.batches = batches;
    }

    long add(Caller caller, @Nullable String nameServer, List<ListEntry> entries, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        store.sql("""
                        insert into take_over_list (created_by, origin, created_at, name_server, zones, state, failures)
                        values (?, ?, ?, ?, ?, 'RUNNING', 0)""")
                .params(caller.username(), caller.origin(), time(now))
                .param(nameServer)
                .param(entries.size())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
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
                .query(TakeOverStore::list)
                .optional();
    }

    List<TakeOverList> newest(int limit) {
        return store.sql("select * from take_over_list order by id desc fetch first ? rows only")
                .param(limit)
                .query(TakeOverStore::list)
                .list();
    }

    Map<ItemStatus, Integer> counts(long id) {
        Map<ItemStatus, Integer> counts = new EnumMap<>(ItemStatus.class);
        store.sql("select status, count(*) as items from take_over_item where list_id = ? group by status")
                .param(id)
                .query(row -> {
                    counts.put(ItemStatus.valueOf(row.getString("status")), row.getInt("items"));
                });
        return counts;
    }

    List<FailedZone> failed(long id, int after, int limit) {
        return store.sql("""
                        select place, zone, customer, problem from take_over_item
                        where list_id = ? and status = 'FAILED' and place > ?
                        order by place fetch first ? rows only""")
                .params(id, after, limit)
                .query((row, number) -> new FailedZone(
                        row.getInt("place"),
                        DomainName.of(row.getString("zone")),
                        row.getString("customer"),
                        row.getString("problem")))
                .list();
    }

    /** Those first that were tried least often. */
    List<WaitingItem> waiting(long id, int limit) {
        return store.sql("""
                        select place, zone, customer from take_over_item
                        where list_id = ? and status = 'WAITING'
                        order by tries, place fetch first ? rows only""")
                .params(id, limit)
                .query((row, number) -> new WaitingItem(
                        row.getInt("place"), DomainName.of(row.getString("zone")), row.getString("customer")))
                .list();
    }

    boolean isRunning(long id) {
        return find(id).filter(list -> list.state() == ListState.RUNNING).isPresent();
    }

    /** Locks a list until the transaction ends, so that whoever ends its work sees what staff want meanwhile. */
    Optional<ListState> lock(long id) {
        return store.sql("select state from take_over_list where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .map(ListState::valueOf);
    }

    void setState(long id, ListState state) {
        store.sql(
                        "update take_over_list set state = ?, waits_for = null, failures = 0, next_attempt_at = null where id = ?")
                .params(state.name(), id)
                .update();
    }

    void waits(long id, String nameServer, int failures, Instant next) {
        store.sql("update take_over_list set waits_for = ?, failures = ?, next_attempt_at = ? where id = ?")
                .params(nameServer, failures, time(next), id)
                .update();
    }

    void waitsNoLonger(long id) {
        store.sql("update take_over_list set waits_for = null, failures = 0, next_attempt_at = null where id = ?")
                .param(id)
                .update();
    }

    /** Locks a zone of a list until the transaction ends, unless somebody else was done with it meanwhile. */
    boolean lockWaiting(long id, int place) {
        return store.sql("select status from take_over_item where list_id = ? and place = ? for update")
                .params(id, place)
                .query(String.class)
                .optional()
                .filter(ItemStatus.WAITING.name()::equals)
                .isPresent();
    }

    void end(long id, int place, ItemStatus status, @Nullable String problem) {
        store.sql("""
                        update take_over_item set status = ?, problem = ?
                        where list_id = ? and place = ? and status = 'WAITING'""").param(status.name()).param(problem).params(id, place).update();
    }

    void postpone(long id, int place) {
        store.sql("update take_over_item set tries = tries + 1 where list_id = ? and place = ?")
                .params(id, place)
                .update();
    }

    /** @return how many */
    int failedWaitAgain(long id) {
        return store.sql("""
                        update take_over_item set status = 'WAITING', problem = null, tries = 0
                        where list_id = ? and status = 'FAILED'""").param(id).update();
    }

    private static TakeOverList list(ResultSet row, int number) throws SQLException {
        return new TakeOverList(
                row.getLong("id"),
                row.getString("created_by"),
                row.getString("origin"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("name_server"),
                row.getInt("zones"),
                ListState.valueOf(row.getString("state")),
                row.getString("waits_for"),
                row.getInt("failures"),
                instant(row.getObject("next_attempt_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
