package de.postlotse.planned;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.store.NewRow;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The planned steps in the store. Whose zone it is was asked before: by {@link Plans}. */
@Component
class PlannedSteps {

    private static final String SELECT =
            "select s.*, z.name as zone_name from planned_step s join zone z on z.id = s.zone_id ";
    private static final int SHOWN = 50;

    /** Steps that wait; a move has three, maintenance two. */
    static final int MOST_OF_A_ZONE = 30;

    private static final int MOST_OF_A_CUSTOMER = 5_000;
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient store;
    private final Clock clock;

    PlannedSteps(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The same where there is room: of a zone and of a customer only so much may wait.
     *
     * @return nothing where there is none; then nothing was added
     */
    @Transactional
    Optional<List<Long>> addWithinBounds(Caller caller, ZoneSnapshot zone, List<NewStep> steps) {
        store.sql("select id from zone where id = ? for update")
                .param(zone.id())
                .query(Long.class)
                .optional();
        boolean full = waiting(zone) + steps.size() > MOST_OF_A_ZONE
                || countWaiting("z.customer = ?", zone.customer()) + steps.size() > MOST_OF_A_CUSTOMER;
        return full ? Optional.empty() : Optional.of(add(caller, zone, steps));
    }

    int waiting(ZoneSnapshot zone) {
        return countWaiting("z.id = ?", zone.id());
    }

    private int countWaiting(String of, Object parameter) {
        return store.sql(
                        "select count(*) from planned_step s join zone z on z.id = s.zone_id where s.state = 'WAITING' and "
                                + of)
                .param(parameter)
                .query(Integer.class)
                .single();
    }

    /** Forgets what has ended long ago and nothing hangs on: of a chain the last step first. */
    void purge() {
        store.sql("""
                        delete from planned_step where state in ('DONE', 'CANCELLED') and ended_at < ?
                        and not exists (select 1 from planned_step n where n.after_step = planned_step.id)""").param(StoredTime.of(clock.instant().minus(KEPT))).update();
    }

    /** Puts steps into the store of which each waits for the one before it. */
    @Transactional
    List<Long> add(Caller caller, ZoneSnapshot zone, List<NewStep> steps) {
        List<Long> ids = new ArrayList<>();
        for (NewStep step : steps) {
            ids.add(add(caller, zone, step, ids.isEmpty() ? null : ids.getLast()));
        }
        return ids;
    }

    private long add(Caller caller, ZoneSnapshot zone, NewStep step, @Nullable Long after) {
        return NewRow.insert(store.sql("""
                        insert into planned_step (zone_id, after_step, kind, owners, records, ttl, expected, due_at,
                            username, role, customer, origin, created_at, edit, state)
                        values (:zone, :after, :kind, :owners, :records, :ttl, :expected, :due,
                            :username, :role, :customer, :origin, :now, :edit, 'WAITING')""")
                .param("zone", zone.id())
                .param("after", after)
                .param("kind", step.kind().name())
                .param("owners", words(step.owners()))
                .param("records", lines(step.records()))
                .param("ttl", step.ttl())
                .param("expected", step.expected())
                .param("due", StoredTime.ofNullable(step.dueAt()))
                .param("username", caller.username())
                .param("role", caller.role().name())
                .param("customer", caller.customer())
                .param("origin", caller.origin())
                .param("now", now())
                .param("edit", UUID.randomUUID()));
    }

    /** Of a zone: what waits first, by its time, and then what has ended, newest first. */
    List<PlannedStep> of(ZoneSnapshot zone) {
        return select("""
                where s.zone_id = ? order by case when s.state = 'WAITING' then 0 else 1 end,
                case when s.state = 'WAITING' then s.id else -s.id end fetch first ? rows only""", zone.id(), SHOWN);
    }

    Optional<PlannedStep> find(ZoneSnapshot zone, long id) {
        return select("where s.zone_id = ? and s.id = ?", zone.id(), id).stream()
                .findFirst();
    }

    Optional<PlannedStep> find(long id) {
        return select("where s.id = ?", id).stream().findFirst();
    }

    /** Servers that are out: their way out is done, and their way back is not. */
    List<PlannedStep> out(ZoneSnapshot zone) {
        return select("""
                join planned_step o on o.id = s.after_step
                where s.zone_id = ? and s.kind = 'PUT_BACK' and s.state in ('WAITING', 'REPORTED')
                and o.state = 'DONE' order by s.id""", zone.id());
    }

    /** Steps whose time has come, the earliest first. */
    List<PlannedStep> due(int most) {
        return select("""
                left join planned_step o on o.id = s.after_step
                where s.state = 'WAITING' and s.due_at <= ? and (o.id is null or o.state = 'DONE')
                order by s.due_at, s.id fetch first ? rows only""", now(), most);
    }

    private List<PlannedStep> select(String which, Object... parameters) {
        return store.sql(SELECT + which)
                .params(parameters)
                .query(PlannedSteps::step)
                .list();
    }

    void hurry(PlannedStep step) {
        store.sql(
                        "update planned_step set due_at = ?, state = 'WAITING', outcome = null, ended_at = null where id = ? and state in ('WAITING', 'REPORTED')")
                .params(now(), step.id())
                .update();
    }

    /** It is not done by itself any more. */
    void leaveOpen(PlannedStep step) {
        store.sql("update planned_step set due_at = null where id = ? and state = 'WAITING'")
                .param(step.id())
                .update();
    }

    void postpone(PlannedStep step, Instant until) {
        store.sql(
                        "update planned_step set due_at = ?, first_due_at = coalesce(first_due_at, due_at) where id = ? and state = 'WAITING'")
                .params(StoredTime.of(until), step.id())
                .update();
    }

    /** Ends a step; what waits for one that was not done is not done either. */
    @Transactional
    void end(PlannedStep step, StepState state, @Nullable StepOutcome outcome) {
        store.sql("update planned_step set state = ?, outcome = ?, ended_at = ? where id = ? and state = 'WAITING'")
                .param(state.name())
                .param(outcome == null ? null : outcome.name())
                .param(now())
                .param(step.id())
                .update();
        if (state != StepState.DONE) {
            cancelAfter(step.id());
        }
    }

    private void cancelAfter(long id) {
        List<Long> next = store.sql("select id from planned_step where after_step = ? and state = 'WAITING'")
                .param(id)
                .query((row, number) -> row.getLong(1))
                .list();
        for (long waiting : next) {
            store.sql("update planned_step set state = 'CANCELLED', ended_at = ? where id = ?")
                    .params(now(), waiting)
                    .update();
            cancelAfter(waiting);
        }
    }

    void forget(List<Long> ids) {
        ids.reversed()
                .forEach(id -> store.sql("delete from planned_step where id = ?")
                        .param(id)
                        .update());
    }

    private static PlannedStep step(ResultSet row, int number) throws SQLException {
        long after = row.getLong("after_step");
        boolean first = row.wasNull();
        String outcome = row.getString("outcome");
        return new PlannedStep(
                row.getLong("id"),
                DomainName.of(row.getString("zone_name")),
                first ? null : after,
                StepKind.valueOf(row.getString("kind")),
                Arrays.stream(row.getString("owners").split(" "))
                        .map(DomainName::of)
                        .toList(),
                row.getString("records").lines().map(PlannedSteps::record).toList(),
                row.getInt("ttl"),
                row.getString("expected"),
                StoredTime.readNullable(row, "due_at"),
                StoredTime.readNullable(row, "first_due_at"),
                new Caller(
                        row.getString("username"),
                        Role.valueOf(row.getString("role")),
                        row.getString("customer"),
                        row.getString("origin")),
                StoredTime.read(row, "created_at"),
                row.getObject("edit", UUID.class),
                StepState.valueOf(row.getString("state")),
                outcome == null ? null : StepOutcome.valueOf(outcome),
                StoredTime.readNullable(row, "ended_at"));
    }

    private static MxRecord record(String line) {
        String[] parts = line.split(" ");
        return MxRecord.of(Integer.parseInt(parts[0]), parts[1]);
    }

    private static String words(List<DomainName> owners) {
        return owners.stream().map(DomainName::toString).collect(Collectors.joining(" "));
    }

    private static String lines(List<MxRecord> records) {
        return records.stream().map(MxRecord::toString).collect(Collectors.joining("\n"));
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }
}
