package de.postlotse.desk.sweep;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import de.postlotse.store.NewRow;
import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds, their parts and what staff want, in the store: it knows how far a round is, whichever node is at work. */
@Component
record SweepStore(JdbcClient store) {

    static final int HOSTS_A_PART = HostAsker.MOST_AT_ONCE;

    private static final int ROUNDS_KEPT = 10;

    private static final RecordRows<Control> CONTROL = new RecordRows<>(Control.class);

    Control control() {
        return store.sql("select * from sweep_control").query(CONTROL).single();
    }

    /** Until the transaction ends, nobody else decides about rounds. */
    Control lockControl() {
        return store.sql("select * from sweep_control for update")
                .query(CONTROL)
                .single();
    }

    /** Who paused it first stays named. */
    void pause(String by, Instant at) {
        store.sql("update sweep_control set paused_by = ?, paused_since = ? where paused_by is null")
                .params(by, StoredTime.of(at))
                .update();
    }

    void goOn() {
        store.sql("update sweep_control set paused_by = null, paused_since = null")
                .update();
    }

    void wantRound(boolean wanted) {
        store.sql("update sweep_control set round_wanted = ?").param(wanted).update();
    }

    Optional<Round> lastRound() {
        return store.sql("select * from sweep_round order by started_at desc fetch first 1 rows only")
                .query(new RecordRows<>(Round.class))
                .optional();
    }

    /**
     * Cuts all hosts into the parts of a new round, without any of their names leaving the store.
     *
     * @param spreadOver the time from the first part to the end of the last one
     */
    Round startRound(Instant now, Duration spreadOver) {
        int hosts =
                store.sql("select count(*) from mail_host").query(Integer.class).single();
        int parts = Math.ceilDiv(hosts, HOSTS_A_PART);
        Instant endedAt = parts == 0 ? now : null;
        long round = NewRow.insert(
                store.sql("insert into sweep_round (started_at, ended_at, hosts) values (:now, :ended, :hosts)")
                        .param("now", StoredTime.of(now))
                        .param("ended", StoredTime.ofNullable(endedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("hosts", hosts));
        if (parts > 0) {
            store.sql("""
                            insert into sweep_part (round_id, place, first_host, last_host, hosts, due_at)
                            select :round, part, min(name), max(name), count(*),
                                cast(:now as timestamp with time zone)
                                    + cast((part - 1) * :millis / 1000 as integer) * interval '1' second
                            from (select name, ntile(:parts) over (order by name) as part from mail_host) as cut
                            group by part""")
                    .param("round", round)
                    .param("now", StoredTime.of(now))
                    .param("millis", spreadOver.dividedBy(parts).toMillis())
                    .param("parts", parts)
                    .update();
        }
        store.sql("delete from sweep_round where id <= ?")
                .param(round - ROUNDS_KEPT)
                .update();
        return new Round(round, now, endedAt, hosts);
    }

    /** Makes what is left of a round due. */
    void bringForward(Instant now) {
        store.sql("update sweep_part set due_at = ? where done_at is null and due_at > ?")
                .params(StoredTime.of(now), StoredTime.of(now))
                .update();
    }

    /** Ends the round of which every part is done. */
    void endRounds(Instant now) {
        store.sql("""
                        update sweep_round set ended_at = ? where ended_at is null and not exists
                        (select 1 from sweep_part p where p.done_at is null and p.round_id = sweep_round.id)""").param(StoredTime.of(now)).update();
    }

    /** Takes the part that is due for the longest time; no other node gets it until the lease is over. */
    Optional<Part> take(Instant now, String self, Duration lease) {
        Optional<Part> part = store.sql("""
                        select * from sweep_part
                        where done_at is null and due_at <= ? and (taken_until is null or taken_until < current_timestamp)
                        order by due_at limit 1 for update skip locked""")
                .param(StoredTime.of(now))
                .query(new RecordRows<>(Part.class))
                .optional();
        part.ifPresent(taken -> store.sql("""
                        update sweep_part set taken_by = ?,
                        taken_until = current_timestamp + cast(? as integer) * interval '1' second
                        where round_id = ? and place = ?""")
                .params(self, lease.toSeconds(), taken.roundId(), taken.place())
                .update());
        return part;
    }

    /** Lengthens the lease; false where another node has the part by now. */
    boolean keep(Part part, String self, Duration lease) {
        return store.sql("""
                                update sweep_part
                                set taken_until = current_timestamp + cast(? as integer) * interval '1' second
                                where round_id = ? and place = ? and taken_by = ? and done_at is null""")
                        .params(lease.toSeconds(), part.roundId(), part.place(), self)
                        .update()
                > 0;
    }

    /** Ends a part; false where another node has it by now. */
    boolean done(Part part, String self, int asked, int changed, Instant now) {
        return store.sql("""
                                update sweep_part set done_at = ?, asked = asked + ?, changed = changed + ?,
                                taken_by = null, taken_until = null
                                where round_id = ? and place = ? and taken_by = ? and done_at is null""")
                        .params(StoredTime.of(now), asked, changed, part.roundId(), part.place(), self)
                        .update()
                > 0;
    }

    /**
     * Gives a part back of which the first hosts were asked; false where another node has it by now.
     *
     * @param nextHost the first one that was not
     */
    boolean giveBack(Part part, String self, int asked, int changed, String nextHost) {
        return store.sql("""
                                update sweep_part set first_host = ?, asked = asked + ?, changed = changed + ?,
                                taken_by = null, taken_until = null
                                where round_id = ? and place = ? and taken_by = ? and done_at is null""")
                        .params(nextHost, asked, changed, part.roundId(), part.place(), self)
                        .update()
                > 0;
    }

    /** Goes on at once where a killed process was; the embedded store has one process at a time. */
    @Bean
    @ConditionalOnEmbeddedStore
    InitializingBean abandonedParts() {
        return this::releaseAll;
    }

    /** Takes the parts of other nodes from them; only where there can be no other node that is alive. */
    private void releaseAll() {
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
                .query(new RecordRows<>(Figures.class))
                .single();
    }

    /** How many hosts were asked with their parts since then. */
    long askedSince(Instant since) {
        return store.sql("select coalesce(sum(asked), 0) from sweep_part where done_at >= ?")
                .param(StoredTime.of(since))
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

    /**
     * Some hosts of a round that one node asks: all between two names, in the store's order.
     *
     * @param place its number in the round
     */
    record Part(long roundId, int place, String firstHost, String lastHost, int hosts) {}

    /** A round in which every host is asked once. */
    record Round(long id, Instant startedAt, @Nullable Instant endedAt, int hosts) {}

    /**
     * What staff want of the sweep.
     *
     * @param pausedBy who paused it; null while it runs
     * @param roundWanted whether all hosts are to be asked now instead of over the day
     */
    record Control(@Nullable String pausedBy, @Nullable Instant pausedSince, boolean roundWanted) {

        boolean isPaused() {
            return pausedBy != null;
        }
    }
}
