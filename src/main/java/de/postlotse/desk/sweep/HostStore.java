package de.postlotse.desk.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import de.postlotse.store.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hosts in the store, in plain SQL: there are millions, and hardly any of them changes. */
@Component
record HostStore(JdbcClient store, JdbcOperations batches) {

    private static final int AT_ONCE = 1_000;
    private static final String SEPARATOR = " ";

    private static final String IS_NEW =
            " r.target <> '.' and not exists (select 1 from mail_host h where h.name = r.target)";

    List<HostRecord> find(Collection<DomainName> hosts) {
        List<String> names = hosts.stream().map(DomainName::toString).distinct().toList();
        List<HostRecord> found = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            found.addAll(store.sql("select * from mail_host where name in (:names)")
                    .param("names", names.subList(from, Math.min(names.size(), from + AT_ONCE)))
                    .query(HostStore::host)
                    .list());
        }
        return found;
    }

    /**
     * Those of a part that are not asked on their own anyway. Which these are is no condition of the query: nearly all
     * hosts would meet it, and a planner that does not know that yet reads all of them by the index of that column.
     */
    List<HostRecord> in(SweepStore.Part part) {
        return store
                .sql("select * from mail_host where name >= ? and name <= ? order by name")
                .params(part.firstHost(), part.lastHost())
                .query(HostStore::host)
                .list()
                .stream()
                .filter(host -> host.askAgainAt() == null)
                .toList();
    }

    /**
     * Takes hosts that are to be asked on their own; no other node gets them before the given time.
     *
     * @param until the time at which they are asked again if this node does not come back with an answer
     */
    List<HostRecord> takeDue(Instant now, Instant until, int most) {
        List<String> names = store.sql("""
                        select name from mail_host where ask_again_at <= ?
                        order by ask_again_at limit ? for update skip locked""")
                .params(StoredTime.of(now), most)
                .query((row, number) -> row.getString(1))
                .list();
        if (names.isEmpty()) {
            return List.of();
        }
        store.sql("update mail_host set ask_again_at = :until where name in (:names)")
                .param("until", StoredTime.of(until))
                .param("names", names)
                .update();
        return store.sql("select * from mail_host where name in (:names)")
                .param("names", names)
                .query(HostStore::host)
                .list();
    }

    /**
     * Writes what has changed of hosts, unless another node has asked them meanwhile.
     *
     * @return those that were written
     */
    List<Change> write(List<Change> changes) {
        int[][] counts = batches.batchUpdate("""
                update mail_host set host_condition = ?, since = ?, addresses = ?, rumour = ?, rumour_since = ?,
                    rumour_rounds = ?, rumour_seen_at = ?, ask_again_at = ?
                where name = ? and (ask_again_at is null or ask_again_at = ?)""", changes, AT_ONCE, (statement, change) -> {
            HostRecord host = change.after();
            HostRecord.UnconfirmedCondition unconfirmed = host.unconfirmed();
            HostCondition condition = host.condition();
            statement.setString(1, condition == null ? null : condition.name());
            statement.setObject(2, StoredTime.ofNullable(host.since()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(3, String.join(SEPARATOR, host.addresses()));
            statement.setString(
                    4, unconfirmed == null ? null : unconfirmed.condition().name());
            statement.setObject(
                    5,
                    StoredTime.ofNullable(unconfirmed == null ? null : unconfirmed.since()),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setInt(6, unconfirmed == null ? 0 : unconfirmed.rounds());
            statement.setObject(
                    7,
                    StoredTime.ofNullable(unconfirmed == null ? null : unconfirmed.seenAt()),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(8, StoredTime.ofNullable(host.askAgainAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(9, host.name().toString());
            statement.setObject(10, StoredTime.ofNullable(change.before().askAgainAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        });
        int[] written = Stream.of(counts).flatMapToInt(IntStream::of).toArray();
        List<Change> done = IntStream.range(0, written.length)
                .filter(i -> written[i] != 0)
                .mapToObj(changes::get)
                .toList();
        replaceAddresses(
                done.stream().filter(Change::movesHost).map(Change::after).toList());
        return done;
    }

    private void replaceAddresses(List<HostRecord> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (HostRecord host : hosts) {
            host.addresses()
                    .forEach(address ->
                            rows.add(new Object[] {address, host.name().toString()}));
        }
        batches.batchUpdate(
                "delete from mail_host_address where host = ?",
                hosts,
                AT_ONCE,
                (statement, host) -> statement.setString(1, host.name().toString()));
        batches.batchUpdate("insert into mail_host_address (address, host) values (?, ?)", rows);
    }

    /**
     * Adds the hosts of all zones that are not known yet.
     *
     * @param askAt when to ask them; null for with their part of a round
     * @return how many
     */
    int addNew(@Nullable Instant askAt) {
        return store.sql("insert into mail_host (name, ask_again_at)"
                        + " select distinct r.target, cast(:at as timestamp with time zone) from mx_record r where"
                        + IS_NEW)
                .param("at", StoredTime.ofNullable(askAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * The same for zones that were changed lately. By a join: H2 asks a subquery anew for each row while somebody else
     * changes what it reads.
     */
    int addNewOfZonesChangedSince(Instant since, Instant askAt) {
        return store.sql("insert into mail_host (name, ask_again_at)"
                        + " select distinct r.target, cast(:at as timestamp with time zone)"
                        + " from zone_change c join mx_record r on r.zone_id = c.zone_id"
                        + " where c.changed_at >= :since and"
                        + IS_NEW)
                .param("at", StoredTime.of(askAt))
                .param("since", StoredTime.of(since))
                .update();
    }

    /**
     * Forgets hosts that no zone names any more. Those that somebody is busy with are left for another time.
     *
     * @return how many
     */
    int forgetUnused(int most) {
        List<String> names = store.sql("""
                        select h.name from mail_host h
                        where not exists (select 1 from mx_record r where r.target = h.name)
                        limit ? for update skip locked""")
                .param(most)
                .query((row, number) -> row.getString(1))
                .list();
        if (!names.isEmpty()) {
            store.sql("delete from mail_host where name in (:names)")
                    .param("names", names)
                    .update();
        }
        return names.size();
    }

    /** How many hosts there are of each condition. */
    SweepStatus.Counts census() {
        return SweepStatus.Counts.of(
                store.sql("select host_condition, count(*) as hosts from mail_host group by host_condition")
                        .query((row, number) -> new SweepStatus.Counts.Line(
                                condition(row.getString("host_condition")), row.getLong("hosts")))
                        .list());
    }

    /** Hosts that are asked on their own, because they are new or something was seen of them. */
    long countAskedOnTheirOwn() {
        return store.sql("select count(*) from mail_host where ask_again_at is not null")
                .query(Long.class)
                .single();
    }

    /** What a look at a host changes. */
    record Change(HostRecord before, HostRecord after) {

        boolean movesHost() {
            return !before.addresses().equals(after.addresses());
        }

        boolean isNews() {
            return after.isNewsAfter(before);
        }
    }

    private static HostRecord host(ResultSet row, int number) throws SQLException {
        String addresses = row.getString("addresses");
        return new HostRecord(
                DomainName.of(row.getString("name")),
                condition(row.getString("host_condition")),
                StoredTime.readNullable(row, "since"),
                addresses.isEmpty() ? List.of() : List.of(addresses.split(SEPARATOR)),
                unconfirmed(row),
                StoredTime.readNullable(row, "ask_again_at"));
    }

    private static HostRecord.@Nullable UnconfirmedCondition unconfirmed(ResultSet row) throws SQLException {
        HostCondition condition = condition(row.getString("rumour"));
        if (condition == null) {
            return null;
        }
        Instant since = StoredTime.readNullable(row, "rumour_since");
        Instant seenAt = StoredTime.readNullable(row, "rumour_seen_at");
        return since == null || seenAt == null
                ? null
                : new HostRecord.UnconfirmedCondition(condition, since, row.getInt("rumour_rounds"), seenAt);
    }

    private static @Nullable HostCondition condition(@Nullable String text) {
        return text == null ? null : HostCondition.valueOf(text);
    }
}
