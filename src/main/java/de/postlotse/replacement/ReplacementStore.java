package de.postlotse.replacement;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.HostCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The replacements and what became of their zones, in plain SQL: they are made and counted by the thousands. */
@Component
class ReplacementStore {

    private static final String SELECT = """
            select r.*, (select max(u.id) from replacement u where u.undo_of = r.id and u.state <> 'REJECTED') as undone_by
            from replacement r
            """;

    private final JdbcClient store;

    ReplacementStore(JdbcClient store) {
        this.store = store;
    }

    /** @return its id; its zones are to be added in the same transaction */
    long add(NewReplacement wanted, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        Caller author = wanted.author();
        store.sql("""
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
                .param("now", time(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Every zone that names the host, as it is at this moment. @return how many */
    int addZones(long id, DomainName host) {
        return store.sql("""
                        insert into replacement_item
                            (replacement_id, place, zone_id, zone, customer, seen_version, was_ours, status)
                        select :id, row_number() over (order by z.name), z.id, z.name, z.customer, z.version,
                            z.routing = 'HOSTER', 'WAITING'
                        from zone z where z.id in (select zone_id from mx_record where target = :host)""").param("id", id).param("host", host.toString()).update();
    }

    /** Every zone that a replacement has changed, as it left it. @return how many */
    int addChangedZones(long id, long undone) {
        return store.sql("""
                        insert into replacement_item
                            (replacement_id, place, zone_id, zone, customer, seen_version, was_ours, status)
                        select :id, i.place, i.zone_id, i.zone, i.customer, i.seen_version + 1, i.was_ours, 'WAITING'
                        from replacement_item i where i.replacement_id = :undone and i.status = 'DONE'""").param("id", id).param("undone", undone).update();
    }

    void begin(long id, int zones, int leaving, ReplacementState state) {
        store.sql("update replacement set zones = ?, leaving = ?, state = ? where id = ?")
                .params(zones, leaving, state.name(), id)
                .update();
    }

    /** How much names a host. */
    Extent extent(DomainName host) {
        return store.sql("""
                        select
                            (select count(*) from mx_record where target = :host) as records,
                            (select count(*) from (select distinct zone_id, owner from mx_record where target = :host) s)
                                as sets,
                            count(*) as zones, count(distinct z.customer) as customers,\s""" + seen("z.id", "z.version") + """
                        from zone z where z.id in (select zone_id from mx_record where target = :host)""")
                .param("host", host.toString())
                .query((row, number) -> new Extent(
                        row.getInt("zones"),
                        row.getInt("sets"),
                        row.getInt("records"),
                        row.getInt("customers"),
                        seen(row)))
                .single();
    }

    /** The same of the zones that a replacement has been given. */
    String seen(long id) {
        return store.sql("select count(*) as zones, " + seen("i.zone_id", "i.seen_version")
                        + "from replacement_item i where i.replacement_id = ?")
                .param(id)
                .query((row, number) -> seen(row))
                .single();
    }

    private static String seen(String zone, String version) {
        return "coalesce(sum(%1$s), 0) as ids, coalesce(sum(%2$s), 0) as versions, coalesce(sum(mod(%1$s, 99991) * %2$s), 0) as both_of_them "
                .formatted(zone, version);
    }

    private static String seen(ResultSet row) throws SQLException {
        return row.getInt("zones") + "-" + row.getBigDecimal("ids").toBigInteger() + "-"
                + row.getBigDecimal("versions").toBigInteger() + "-"
                + row.getBigDecimal("both_of_them").toBigInteger();
    }

    RemarkedZones remarked(Remark remark, Comparison hosts, int most) {
        String zones = "from zone z where z.id in (select zone_id from mx_record where target = :old) and "
                + remark.condition();
        List<DomainName> first = with(hosts, "select z.name " + zones + " order by z.name fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> DomainName.of(row.getString("name")))
                .list();
        int count = first.size() < most
                ? first.size()
                : with(hosts, "select count(*) " + zones).query(Integer.class).single();
        return new RemarkedZones(remark, count, first);
    }

    int count(Remark remark, Comparison hosts) {
        return with(
                        hosts,
                        "select count(*) from zone z where z.id in (select zone_id from mx_record where target = :old) and "
                                + remark.condition())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec with(Comparison hosts, String sql) {
        return store.sql(sql)
                .param("old", hosts.oldHost().toString())
                .param("new", hosts.newHost().toString())
                .param("own", texts(hosts.own()))
                .param("refusing", texts(hosts.refusing()))
                .param("leaves", hosts.own().contains(hosts.newHost()) ? 0 : 1)
                .param("comes", hosts.own().contains(hosts.newHost()) ? 1 : 0);
    }

    /** Lists in SQL are never empty. */
    private static List<String> texts(List<DomainName> names) {
        return names.isEmpty()
                ? List.of("")
                : names.stream().map(DomainName::toString).toList();
    }

    /** Of the zones that a replacement has changed, those that are as it left them. */
    int asLeft(long id) {
        return countAsLeft(id, "");
    }

    /** Those of them from which mail would leave our servers if they were taken back. */
    int leavingByUndo(long id) {
        return countAsLeft(id, "and z.routing = 'HOSTER' and not i.was_ours");
    }

    private int countAsLeft(long id, String condition) {
        return store.sql("""
                        select count(*) from replacement_item i
                        join zone z on z.id = i.zone_id and z.version = i.seen_version + 1
                        where i.replacement_id = ? and i.status = 'DONE'
                        """ + condition).param(id).query(Integer.class).single();
    }

    Optional<Replacement> find(long id) {
        return store.sql(SELECT + "where r.id = ?")
                .param(id)
                .query(ReplacementStore::replacement)
                .optional();
    }

    Optional<Replacement> find(UUID request) {
        return store.sql(SELECT + "where r.request = ?")
                .param(request)
                .query(ReplacementStore::replacement)
                .optional();
    }

    List<Replacement> newest(int limit) {
        return store.sql(SELECT + "order by r.id desc fetch first ? rows only")
                .param(limit)
                .query(ReplacementStore::replacement)
                .list();
    }

    List<Replacement> awaitingApproval(int limit) {
        return store.sql(SELECT + "where r.state = 'AWAITING_APPROVAL' order by r.id fetch first ? rows only")
                .param(limit)
                .query(ReplacementStore::replacement)
                .list();
    }

    Map<ItemStatus, Integer> counts(long id) {
        Map<ItemStatus, Integer> counts = new EnumMap<>(ItemStatus.class);
        store.sql("select status, count(*) as items from replacement_item where replacement_id = ? group by status")
                .param(id)
                .query(row -> {
                    counts.put(ItemStatus.valueOf(row.getString("status")), row.getInt("items"));
                });
        return counts;
    }

    /** Zones that were not changed, by place; each status is read from its own part of the index. */
    List<LeftZone> left(long id, int after, int limit) {
        return Arrays.stream(ItemStatus.values())
                .filter(ItemStatus::isLeft)
                .flatMap(status -> withStatus(id, status, after, limit).stream())
                .sorted(Comparator.comparingInt(LeftZone::place))
                .limit(limit)
                .toList();
    }

    private List<LeftZone> withStatus(long id, ItemStatus status, int after, int limit) {
        return store.sql("""
                        select place, zone, customer from replacement_item
                        where replacement_id = ? and status = ? and place > ?
                        order by place fetch first ? rows only""")
                .params(id, status.name(), after, limit)
                .query((row, number) -> new LeftZone(
                        row.getInt("place"), DomainName.of(row.getString("zone")), row.getString("customer"), status))
                .list();
    }

    List<WaitingItem> waiting(long id, int limit) {
        return store.sql("""
                        select place, zone_id, zone, seen_version from replacement_item
                        where replacement_id = ? and status = 'WAITING' order by place fetch first ? rows only""")
                .params(id, limit)
                .query((row, number) -> new WaitingItem(
                        row.getInt("place"),
                        row.getLong("zone_id"),
                        DomainName.of(row.getString("zone")),
                        row.getLong("seen_version")))
                .list();
    }

    boolean isRunning(long id) {
        return store.sql("select count(*) from replacement where id = ? and state = 'RUNNING'")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Locks a replacement until the transaction ends, so that whoever ends its work sees what staff want meanwhile. */
    Optional<ReplacementState> lock(long id) {
        return store.sql("select state from replacement where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .map(ReplacementState::valueOf);
    }

    void setState(long id, ReplacementState state) {
        store.sql(
                        "update replacement set state = ?, host_problem = null, failures = 0, next_attempt_at = null where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Stops a replacement that runs, because of what DNS says of the new host. */
    void stop(long id, HostCondition problem) {
        store.sql("""
                        update replacement set state = 'STOPPED', host_problem = ?, failures = 0, next_attempt_at = null
                        where id = ? and state = 'RUNNING'""").params(problem.name(), id).update();
    }

    void waits(long id, HostCondition problem, int failures, Instant next) {
        store.sql("update replacement set host_problem = ?, failures = ?, next_attempt_at = ? where id = ?")
                .params(problem.name(), failures, time(next), id)
                .update();
    }

    void waitsNoLonger(long id) {
        store.sql("update replacement set host_problem = null, failures = 0, next_attempt_at = null where id = ?")
                .param(id)
                .update();
    }

    void decide(long id, Caller by, @Nullable String rejection, Instant now) {
        store.sql("update replacement set decided_by = ?, decided_at = ?, rejection = ? where id = ?")
                .params(by.username(), time(now))
                .param(rejection)
                .param(id)
                .update();
    }

    void end(long id, int place, ItemStatus status) {
        store.sql(
                        "update replacement_item set status = ? where replacement_id = ? and place = ? and status = 'WAITING'")
                .params(status.name(), id, place)
                .update();
    }

    /** @return how many */
    int waitAgain(long id) {
        return store.sql(
                        "update replacement_item set status = 'WAITING' where replacement_id = :id and status in (:statuses)")
                .param("id", id)
                .param(
                        "statuses",
                        Arrays.stream(ItemStatus.values())
                                .filter(ItemStatus::canBeTriedAgain)
                                .map(Enum::name)
                                .collect(Collectors.toList()))
                .update();
    }

    private static Replacement replacement(ResultSet row, int number) throws SQLException {
        String problem = row.getString("host_problem");
        return new Replacement(
                row.getLong("id"),
                row.getObject("request", UUID.class),
                ReplacementKind.valueOf(row.getString("kind")),
                row.getObject("undo_of", Long.class),
                DomainName.of(row.getString("old_host")),
                DomainName.of(row.getString("new_host")),
                row.getString("reason"),
                new Caller(
                        row.getString("username"), Role.valueOf(row.getString("role")), null, row.getString("origin")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("zones"),
                row.getInt("leaving"),
                ReplacementState.valueOf(row.getString("state")),
                problem == null ? null : HostCondition.valueOf(problem),
                row.getInt("failures"),
                instant(row.getObject("next_attempt_at", OffsetDateTime.class)),
                row.getString("decided_by"),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("rejection"),
                row.getObject("undone_by", Long.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
