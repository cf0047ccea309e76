package de.postlotse.desk.replacement;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.store.NewRow;
import de.postlotse.store.StoredTime;
import de.postlotse.work.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The replacements in the store. */
@Component
record ReplacementStore(JdbcClient store, JobStore<ReplacementItemStatus> jobs) {

    private static final String SELECT = """
            select r.*, (select max(u.id) from replacement u where u.undo_of = r.id and u.state <> 'REJECTED') as undone_by
            from replacement r
            """;

    /** @return its id; its zones are to be added in the same transaction */
    long add(NewReplacement wanted, Instant now) {
        Caller author = wanted.author();
        return NewRow.insert(store.sql("""
                        insert into replacement (request, kind, undo_of, old_host, new_host, reason, username, role,
                            origin, created_at, zones, leaving, state, failures)
                        values (:request, :kind, :undoOf, :old, :new, :reason, :username, :role, :origin, :now,
                            0, 0, 'STOPPED', 0)""")
                .param("request", wanted.request())
                .param("kind", wanted.kind().name())
                .param("undoOf", wanted.undoOf())
                .param("old", wanted.oldHost().toString())
                .param("new", wanted.newHost().toString())
                .param("reason", wanted.reason())
                .param("username", author.username())
                .param("role", author.role().name())
                .param("origin", author.origin())
                .param("now", StoredTime.of(now)));
    }

    /** What was found out when its zones were added. */
    void setExtent(long id, int zones, int leaving) {
        store.sql("update replacement set zones = ?, leaving = ? where id = ?")
                .params(zones, leaving, id)
                .update();
    }

    Optional<Replacement> find(long id) {
        return select("where r.id = ?", id).stream().findFirst();
    }

    Optional<Replacement> find(UUID request) {
        return select("where r.request = ?", request).stream().findFirst();
    }

    List<Replacement> newest(int limit) {
        return select("order by r.id desc fetch first ? rows only", limit);
    }

    List<Replacement> awaitingApproval(int limit) {
        return select("where r.state = 'AWAITING_APPROVAL' order by r.id fetch first ? rows only", limit);
    }

    private List<Replacement> select(String which, Object parameter) {
        return store.sql(SELECT + which)
                .param(parameter)
                .query(this::replacement)
                .list();
    }

    void decide(long id, Caller by, @Nullable String rejection, Instant now) {
        store.sql("update replacement set decided_by = ?, decided_at = ?, rejection = ? where id = ?")
                .params(by.username(), StoredTime.of(now))
                .param(rejection)
                .param(id)
                .update();
    }

    private Replacement replacement(ResultSet row, int number) throws SQLException {
        return new Replacement(
                row.getObject("request", UUID.class),
                ReplacementKind.valueOf(row.getString("kind")),
                row.getObject("undo_of", Long.class),
                DomainName.of(row.getString("old_host")),
                DomainName.of(row.getString("new_host")),
                row.getString("reason"),
                new Caller(
                        row.getString("username"), Role.valueOf(row.getString("role")), null, row.getString("origin")),
                StoredTime.read(row, "created_at"),
                row.getInt("leaving"),
                jobs.read(row),
                row.getString("decided_by"),
                StoredTime.readNullable(row, "decided_at"),
                row.getString("rejection"),
                row.getObject("undone_by", Long.class));
    }
}
