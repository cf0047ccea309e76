package de.postlotse.sweep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** Rounds, their parts and what staff want, in the store: it knows how far a round is, whichever node is at work. */
@Component
class SweepStore {

    static final int HOSTS_A_PART = HostAsker.MOST_AT_ONCE;

    private static final int ROUNDS_KEPT = 10;

    private final JdbcClient store;

    SweepStore(JdbcClient store) {
        this.store = store;
    }

    SweepControl control() {
        return store.sql("select * from sweep_control")
                .query(SweepStore::wishes)
                .single();
    }

    /** Until the transaction ends, nobody else decides about rounds. */
    SweepControl lockControl() {
        return store.sql("select * from sweep_control for update")
                .query(SweepStore::wishes)
                .single();
    }

    /** Who paused it first stays named. */
    void pause(String by, Instant at) {
        store.sql("update sweep_control set paused_by = ?, paused_since = ? where paused_by is null")
                .params(by, time(at))
                .update();
    }

    void goOn() {
        store.sql("update sweep_control set paused_by = null, paused_since = null")
                .update();
    }

    void wantRound(boolean wanted) {
        store.sql("update sweep_control set round_wanted = ?").param(wanted).update();
    }

    Optional<SweepRound> lastRound() {
        return store.sql("select * from sweep_round order by started_at desc fetch first 1 rows only")
                .query(SweepStore::round)
                .optional();
    }

    /**
     * Cuts all hosts into the parts of a new round, without any of their names leaving the store.
     *
     * @param spreadOver the time from the first part to the end of the last one
     */
    SweepRound startRound(Instant now, Duration spreadOver) {
        int hosts =
                store.sql("select count(*) from mail_host").query(Integer.class).single();
        int parts = Math.ceilDiv(hosts, HOSTS_A_PART);
        Instant endedAt = parts == 0 ? now : null;
        KeyHolder key = new GeneratedKeyHolder();
        store.sql("insert into sweep_round (started_at, ended_at, hosts) values (:now, :ended, :hosts)")
                .param("now", time(now))
                .param("ended", endedAt == null ? null : time(endedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("hosts", hosts)
                .update(key, "id");
        long round = Objects.requireNonNull(key.getKey()).longValue();
        if (parts > 0) {
            store.sql("""
                            insert into sweep_part (round_id, place, first_host, last_host, hosts, due_at)
                            select :round, part, min(name), max(name), count(*),
                                cast(:now as timestamp with time zone)
                                    + cast((part - 1) * :millis / 1000 as integer) * interval '1' second
                            from (select name, ntile(:parts) over (order by name) as part from mail_host) as cut
                            group by part""")
                    .param("round", round)
                    .param("now", time(now))
                    .param("millis", spreadOver.dividedBy(parts).toMillis())
                    .param("parts", parts)
                    .update();
        }
        store.sql("delete from sweep_round where id <= ?")
                .param(round - ROUNDS_KEPT)
                .update();
        return new SweepRound(round, now, endedAt, hosts);
    }

    /** Makes what is left of a round due. */
    void bringForward(Instant now) {
        store.sql("update sweep_part set due_at = ? where done_at is null and due_at > ?")
                .params(time(now), time(now))
                .update();
    }

    /** Ends the round of which every part is done. */
    void endRounds(Instant now) {
        store.sql("""
                        update sweep_round set ended_at = ? where ended_at is null and not exists
                        (select 1 from sweep_part p where p.done_at is null and p.round_id = sweep_round.id)""").param(time(now)).update();
    }

    /** Takes the part that is due for the longest time; no other node gets it until the lease is over. */
    Optional<SweepPart> take(Instant now, String self, Duration lease) {
        Optional<SweepPart> part =
                store.sql("""
                        select * from sweep_part
                        where done_at is null and due_at <= ? and (taken_until is null or taken_until < current_timestamp)
                        order by due_at limit 1 for update skip locked""").param(time(now)).query(SweepStore::part).optional();
        part.ifPresent(taken -> store.sql("""
                        update sweep_part set taken_by = ?,
                        taken_until = current_timestamp + cast(? as integer) * interval '1' second
                        where round_id = ? and place = ?""")
                .params(self, lease.toSeconds(), taken.round(), taken.place())
                .update());
        return part;
    }

    /** Lengthens the lease; false where another node has the part by now. */
    boolean keep(SweepPart part, String self, Duration lease) {
        return store.sql("""
                                update sweep_part
                                set taken_until = current_timestamp + cast(? as integer) * interval '1' second
                                where round_id = ? and place = ? and taken_by = ? and done_at is null""")
                        .params(lease.toSeconds(), part.round(), part.place(), self)
                        .update()
                > 0;
    }

    /** Ends a part; false where another node has it by now. */
    boolean done(SweepPart part, String self, int asked, int changed, Instant now) {
        return store.sql("""
                                update sweep_part set done_at = ?, asked = asked + ?, changed = changed + ?,
                                taken_by = null, taken_until = null
                                where round_id = ? and place = ? and taken_by = ? and done_at is null""")
                        .params(time(now), asked, changed, part.round(), part.place(), self)
                        .update()
                > 0;
    }

    /**
     * Gives a part back of which the first hosts were asked; false where another node has it by now.
     *
     * @param nextHost the first one that was not
     */
    boolean giveBack(SweepPart part, String self, int asked, int changed, String nextHost) {
        return store.sql("""
                                update sweep_part set first_host = ?, asked = asked + ?, changed = changed + ?,
                                taken_by = null, taken_until = null
                                where round_id = ? and place = ? and taken_by = ? and done_at is null""")
                        .params(nextHost, asked, changed, part.round(), part.place(), self)
                        .update()
                > 0;
    }

    /** Takes the parts of other nodes from them; only where there can be no other node that is alive. */
    void releaseAll() {
        store.sql("update sweep_part set taken_by = null, taken_until = null where taken_by is not null")
                .update();
    }

    /** How far a round is. */
    Figures figures(long round) {
        return store.sql("""
                        select coalesce(sum(case when done_at is null then asked else hosts end), 0) as hosts_done,
                            max(case when done_at is null then due_at end) as last_due
                        from sweep_part where round_id = ?""")
                .param(round)
                .query((row, number) -> new Figures(row.getLong("hosts_done"), instant(row, "last_due")))
                .single();
    }

    /** How many hosts were asked with their parts since then. */
    long askedSince(Instant since) {
        return store.sql("select coalesce(sum(asked), 0) from sweep_part where done_at >= ?")
                .param(time(since))
                .query(Long.class)
                .single();
    }

    /**
     * How far a round is.
     *
     * @param hostsDone those that need not be asked any more in this round
     * @param lastDue when the last of the parts that are left is due; null where none is left
     */
    record Figures(long hostsDone, @Nullable Instant lastDue) {}

    private static SweepControl wishes(ResultSet row, int number) throws SQLException {
        return new SweepControl(
                row.getString("paused_by"), instant(row, "paused_since"), row.getBoolean("round_wanted"));
    }

    private static SweepRound round(ResultSet row, int number) throws SQLException {
        return new SweepRound(
                row.getLong("id"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getInt("hosts"));
    }

    private static SweepPart part(ResultSet row, int number) throws SQLException {
        return new SweepPart(
                row.getLong("round_id"),
                row.getInt("place"),
                row.getString("first_host"),
                row.getString("last_host"),
                row.getInt("hosts"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
