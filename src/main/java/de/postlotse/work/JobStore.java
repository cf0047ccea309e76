package de.postlotse.work;

import de.postlotse.store.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs of one kind in the store. Who makes them and their items is up to the kind.
 *
 * @param <S> what can become of an item: {@code WAITING}, {@code FAILED} and words of the kind
 */
public final class JobStore<S extends Enum<S>> {

    static final String WAITING = "WAITING";

    private final JdbcClient store;
    private final JobTables tables;
    private final Class<S> statuses;

    public JobStore(JdbcClient store, JobTables tables, Class<S> statuses) {
        this.store = store;
        this.tables = tables;
        this.statuses = statuses;
    }

    public Optional<Job> find(long id) {
        return sql("select * from {jobs} where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Locks a job until the transaction ends, so that whoever ends its work sees what staff want meanwhile. */
    public Optional<Job> lock(long id) {
        return sql("select * from {jobs} where id = ? for update")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The job of a row of its table. */
    public Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getInt("zones"),
                tables.state(row.getString("state")),
                row.getString(tables.waitsFor()),
                row.getInt("failures"),
                StoredTime.readNullable(row, "next_attempt_at"));
    }

    /** A job that enters a state waits for nothing there. */
    public void setState(long id, JobState state) {
        sql("""
                        update {jobs} set state = ?, {waits_for} = null, failures = 0, next_attempt_at = null
                        where id = ?""").params(tables.word(state), id).update();
    }

    /** Stops a job that runs. @param cause why it cannot go on */
    void stop(long id, String cause) {
        sql("""
                        update {jobs} set state = ?, {waits_for} = ?, failures = 0, next_attempt_at = null
                        where id = ? and state = 'RUNNING'""").params(tables.word(JobState.STOPPED), cause, id).update();
    }

    void waits(long id, String cause, int failures, Instant next) {
        sql("update {jobs} set {waits_for} = ?, failures = ?, next_attempt_at = ? where id = ?")
                .params(cause, failures, StoredTime.of(next), id)
                .update();
    }

    void waitsNoLonger(long id) {
        sql("update {jobs} set {waits_for} = null, failures = 0, next_attempt_at = null where id = ?")
                .param(id)
                .update();
    }

    /** Of how many items became what. */
    public Map<S, Integer> counts(long id) {
        Map<S, Integer> counts = new EnumMap<>(statuses);
        sql("select status, count(*) as number from {items} where {job} = ? group by status")
                .param(id)
                .query(row -> {
                    counts.put(Enum.valueOf(statuses, row.getString("status")), row.getInt("number"));
                });
        return counts;
    }

    boolean hasWaiting(long id) {
        return sql("select place from {items} where {job} = ? and status = 'WAITING' fetch first row only")
                .param(id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Locks an item until the transaction ends. @return whether it still waits */
    public boolean lockWaiting(long id, int place) {
        return sql("select status from {items} where {job} = ? and place = ? for update")
                .params(id, place)
                .query(String.class)
                .optional()
                .filter(WAITING::equals)
                .isPresent();
    }

    /** Notes what became of an item, unless somebody else was done with it meanwhile. */
    public void end(long id, int place, S status, @Nullable String problem) {
        sql("update {items} set status = ?, problem = ? where {job} = ? and place = ? and status = 'WAITING'")
                .param(status.name())
                .param(problem)
                .params(id, place)
                .update();
    }

    void fail(long id, int place) {
        end(id, place, Enum.valueOf(statuses, "FAILED"), "unexpected");
    }

    /** Lets items be tried again. @return how many */
    int waitAgain(long id, Collection<S> ended) {
        return sql("update {items} set status = 'WAITING', problem = null where {job} = :id and status in (:ended)")
                .param("id", id)
                .param("ended", ended.stream().map(Enum::name).toList())
                .update();
    }

    /**
     * Forgets, some items at a time, jobs that have ended and were begun before a moment.
     *
     * @param unless a condition about {@code j} for those that have to stay
     * @return how many rows; none once there is nothing left to forget
     */
    public int purge(Instant before, String unless, int most) {
        return sql("""
                        select j.id from {jobs} j where j.state in ('DONE', 'REJECTED') and j.created_at < ?
                        and not (%s) order by j.id fetch first row only""".formatted(unless))
                .param(StoredTime.of(before))
                .query(Long.class)
                .optional()
                .map(id -> purge(id, most))
                .orElse(0);
    }

    private int purge(long id, int most) {
        int gone = sql("""
                        delete from {items} where {job} = :id and place in (select i.place from {items} i
                        where i.{job} = :id order by i.place fetch first :most rows only)""").param("id", id).param("most", most).update();
        return gone > 0
                ? gone
                : sql("delete from {jobs} where id = ?").param(id).update();
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return store.sql(tables.sql(statement));
    }
}
