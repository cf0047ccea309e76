package de.postlotse.desk.approval;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.store.NewRow;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.MxLines;
import de.postlotse.zone.change.FourEyesProperties;
import de.postlotse.zone.change.Harm;
import de.postlotse.zone.change.PendingChange;
import de.postlotse.zone.change.SetChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes that wait, in plain SQL. Who may see them was asked before: by {@link Approvals}. */
@Component
record WaitingChanges(JdbcClient store) {

    private static final String SELECT =
            "select w.*, z.name as zone_name from waiting_change w join zone z on z.id = w.zone_id ";

    /** @param mark the same for the same wish; one that waits already is not added */
    long add(PendingChange change, String mark, Instant now) {
        Caller author = change.author();
        return NewRow.insert(store.sql("""
                        insert into waiting_change (zone_id, edit, mark, kind, revision, owners, sets_before,
                            sets_after, why, harms, username, role, customer, origin, reason, created_at, state)
                        values (:zone, :edit, :mark, :kind, :revision, :owners, :before, :after, :why, :harms,
                            :username, :role, :customer, :origin, :reason, :now, 'WAITING')""")
                .param("zone", change.zoneId())
                .param("edit", change.edit())
                .param("mark", mark)
                .param("kind", change.kind().name())
                .param("revision", change.revision())
                .param("owners", owners(change))
                .param("before", MxLines.write(change.zone(), before(change)))
                .param("after", after(change))
                .param("why", words(change.why()))
                .param("harms", words(change.harms()))
                .param("username", author.username())
                .param("role", author.role().name())
                .param("customer", author.customer())
                .param("origin", author.origin())
                .param("reason", change.reason())
                .param("now", StoredTime.of(now)));
    }

    Optional<Long> find(PendingChange change, String mark) {
        return store
                .sql("select id from waiting_change where zone_id = ? and edit = ? or mark = ? order by id")
                .params(change.zoneId(), change.edit(), mark)
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .findFirst();
    }

    Optional<WaitingChange> find(long id) {
        return select("where w.id = ?", id).stream().findFirst();
    }

    Optional<WaitingChange> find(long zoneId, long id) {
        return find(id).filter(found -> found.change().zoneId() == zoneId);
    }

    /** The longest waiting first, behind the given one. */
    List<WaitingChange> waiting(long after, int limit) {
        return select("where w.state = 'WAITING' and w.id > ? order by w.id fetch first ? rows only", after, limit);
    }

    /** The latest decided first. */
    List<WaitingChange> decided(int limit) {
        return select("""
                where w.decided_at is not null
                order by w.decided_at desc, w.id desc fetch first ? rows only""", limit);
    }

    /** What somebody has asked for, the latest first. */
    List<WaitingChange> by(String author, int limit) {
        return select("where w.username = ? order by w.id desc fetch first ? rows only", author, limit);
    }

    /** Of a zone: what waits, and what was decided since the given time; newest first. */
    List<WaitingChange> of(long zoneId, Instant since, int limit) {
        return select("""
                where w.zone_id = ? and (w.decided_at is null or w.decided_at > ?)
                order by w.id desc fetch first ? rows only""", zoneId, StoredTime.of(since), limit);
    }

    private List<WaitingChange> select(String which, Object... parameters) {
        return store.sql(SELECT + which)
                .params(parameters)
                .query(WaitingChanges::change)
                .list();
    }

    /** @return whether it was waiting until now: of several who decide one is the first */
    boolean end(long id, ApprovalState state, @Nullable String by, @Nullable String remark, Instant now) {
        return store.sql("""
                                update waiting_change
                                set state = :state, decided_by = :by, decided_at = :now, remark = :remark, mark = null
                                where id = :id and state = 'WAITING'""")
                        .param("state", state.name())
                        .param("by", by)
                        .param("now", StoredTime.of(now))
                        .param("remark", remark)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** It was not made after all. */
    void reopen(long id) {
        store.sql("""
                        update waiting_change
                        set state = 'WAITING', decided_by = null, decided_at = null, remark = null
                        where id = ?""").param(id).update();
    }

    /** What waits for a zone that has become another. */
    void overtake(long zoneId, String by, Instant now) {
        store.sql("""
                        update waiting_change
                        set state = 'OVERTAKEN', decided_by = ?, decided_at = ?, mark = null
                        where zone_id = ? and state = 'WAITING'""").params(by, StoredTime.of(now), zoneId).update();
    }

    private static WaitingChange change(ResultSet row, int number) throws SQLException {
        Caller author = new Caller(
                row.getString("username"),
                Role.valueOf(row.getString("role")),
                row.getString("customer"),
                row.getString("origin"));
        DomainName zone = DomainName.of(row.getString("zone_name"));
        PendingChange change = new PendingChange(
                row.getObject("edit", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                author,
                row.getString("reason"),
                row.getLong("zone_id"),
                zone,
                row.getString("revision"),
                values(FourEyesProperties.Kind.class, row.getString("why")),
                values(Harm.class, row.getString("harms")),
                changes(zone, row));
        return new WaitingChange(
                row.getLong("id"),
                change,
                StoredTime.read(row, "created_at"),
                ApprovalState.valueOf(row.getString("state")),
                row.getString("decided_by"),
                StoredTime.readNullable(row, "decided_at"),
                row.getString("remark"));
    }

    private static List<SetChange> changes(DomainName zone, ResultSet row) throws SQLException {
        List<MxSet> before = MxLines.read(zone, row.getString("sets_before"));
        List<MxSet> after = MxLines.read(zone, row.getString("sets_after"));
        return Arrays.stream(row.getString("owners").split(" "))
                .map(DomainName::of)
                .map(owner -> new SetChange(owner, setAt(owner, before), setAt(owner, after)))
                .toList();
    }

    private static Optional<MxSet> setAt(DomainName owner, List<MxSet> sets) {
        return sets.stream().filter(set -> set.owner().equals(owner)).findFirst();
    }

    static String owners(PendingChange change) {
        return change.changes().stream().map(set -> set.owner().toString()).collect(Collectors.joining(" "));
    }

    static String after(PendingChange change) {
        return MxLines.write(
                change.zone(),
                change.changes().stream().flatMap(set -> set.after().stream()).toList());
    }

    private static List<MxSet> before(PendingChange change) {
        return change.changes().stream().flatMap(set -> set.before().stream()).toList();
    }

    private static String words(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static <E extends Enum<E>> Set<E> values(Class<E> type, String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> Enum.valueOf(type, word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
