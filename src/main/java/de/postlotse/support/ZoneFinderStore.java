package de.postlotse.support;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.MailState;
import de.postlotse.zone.ZoneCursor;
import de.postlotse.zone.ZoneLine;
import de.postlotse.zone.ZonePage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The search in plain SQL: one query of several parts, one for each way in which a text can lead to a zone. Each part is
 * served by an index of its own and ends after a bounded number of rows.
 */
@Component
class ZoneFinderStore {

    private static final int MOST = ZoneFinder.MOST + 1;

    private static final String BY_ZONE =
            "select z.id, z.name, z.customer, z.attention, %s, '' as detail from zone z where %s limit " + MOST;
    private static final String BY_HOST =
            "select z.id, z.name, z.customer, z.attention, %s, h.target as detail from (%s limit " + MOST
                    + ") h join zone z on z.id = h.zone_id";

    private static final String EXACT_HOST = "select m.zone_id, m.target from mx_record m where m.target = :exact";
    private static final String HOST_BY_ADDRESS = """
            select m.zone_id, m.target from mail_host_address a join mx_record m on m.target = a.host
            where a.address = :address""";
    private static final String HOST_BY_START =
            "select m.zone_id, m.target from mx_record m where m.target like :start";
    private static final String HOST_BY_PART = """
            select m.zone_id, m.target
            from (select name from mail_host where name like :part limit %d) n join mx_record m on m.target = n.name""".formatted(MOST);

    /** Each zone once, for the best reason; and how much was found before that. */
    private static final String EACH_ONCE = """
            select id, name, customer, attention, place, kind, detail, hits
            from (select f.*,
                  row_number() over (partition by id order by place, kind, detail) as nth,
                  count(*) over () as hits
                  from (select * from (%s) a limit %d) f) n
            where nth = 1""";

    private final JdbcClient store;
    private final FreshPlans plans;

    ZoneFinderStore(JdbcClient store, FreshPlans plans) {
        this.store = store;
        this.plans = plans;
    }

    /** All zones; one more than a page has. */
    List<ZoneLine> all(@Nullable MailState state, @Nullable ZoneCursor after) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (state != null) {
            values.put("state", state.ordinal());
            conditions.add("attention = :state");
        }
        if (after != null) {
            values.put("attention", after.attention());
            values.put("name", after.name().toString());
            conditions.add("(attention, name) > (:attention, :name)");
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return store.sql("select id, name, customer, attention from zone %s order by attention, name limit %d"
                        .formatted(where, ZonePage.SIZE + 1))
                .params(values)
                .query(ZoneFinderStore::line)
                .list();
    }

    FoundZones find(SearchText text, @Nullable MailState state, FoundZone.@Nullable Cursor after) {
        List<Row> rows = rows(text, state, List.of("place", "attention", "name"), after);
        List<FoundZone> zones = inState(rows, state).map(Row::zone).toList();
        boolean tooMany = !rows.isEmpty() && rows.getFirst().hits() > ZoneFinder.MOST;
        return zones.size() <= ZonePage.SIZE
                ? new FoundZones(zones, tooMany, null)
                : new FoundZones(
                        zones.subList(0, ZonePage.SIZE),
                        tooMany,
                        zones.get(ZonePage.SIZE - 1).cursor());
    }

    List<ZoneLine> worstFirst(SearchText text, @Nullable MailState state, @Nullable ZoneCursor after) {
        FoundZone.Cursor start = after == null
                ? null
                : new FoundZone.Cursor(0, after.attention(), after.name().toString());
        return inState(rows(text, state, List.of("attention", "name"), start), state)
                .map(row -> row.zone().zone())
                .toList();
    }

    /** One more than a page has. Those in another state come last, and tell at least how many there are. */
    private List<Row> rows(
            SearchText text, @Nullable MailState state, List<String> order, FoundZone.@Nullable Cursor after) {
        plans.forThisTransaction();
        Map<String, Object> values = new HashMap<>();
        String found = parts(text, values).map(part -> "(" + part + ")").collect(Collectors.joining(" union all "));
        String inState = state == null ? "" : "case when attention = :state then 0 else 1 end, ";
        if (state != null) {
            values.put("state", state.ordinal());
        }
        String columns = String.join(", ", order);
        String behind = after == null ? "" : "where (" + columns + ") > (:" + String.join(", :", order) + ")";
        if (after != null) {
            values.put("place", after.place());
            values.put("attention", after.attention());
            values.put("name", after.name());
        }
        return store.sql("select * from (%s) p %s order by %s limit %d"
                        .formatted(EACH_ONCE.formatted(found, MOST), behind, inState + columns, ZonePage.SIZE + 1))
                .params(values)
                .query(Row::of)
                .list();
    }

    private static Stream<Row> inState(List<Row> rows, @Nullable MailState state) {
        return rows.stream().filter(row -> state == null || row.zone().zone().mailState() == state);
    }

    /** The surest first: what comes later is not looked for once there is enough. */
    private static Stream<String> parts(SearchText text, Map<String, Object> values) {
        String address = text.address();
        if (address != null) {
            values.put("address", address);
            return Stream.of(byHost(Match.ADDRESS, HOST_BY_ADDRESS));
        }
        List<String> parts = new ArrayList<>();
        text.fullName().ifPresent(name -> {
            values.put("exact", name.toString());
            parts.add(byZone(Match.DOMAIN, "z.name = :exact"));
            if (!text.above().isEmpty()) {
                values.put("above", text.above());
                parts.add(byZone(Match.DOMAIN_ABOVE, "z.name in (:above)"));
            }
            parts.add(byHost(Match.SERVER, EXACT_HOST));
        });
        text.customer().ifPresent(customer -> {
            values.put("customer", customer);
            values.put("customers", SearchText.start(customer));
            parts.add(byZone(Match.CUSTOMER, "z.customer = :customer"));
            parts.add(byZone(Match.START_OF_CUSTOMER, "z.customer like :customers"));
        });
        values.put("shown", SearchText.pattern(text.shownPart()));
        parts.add(byZone(Match.PART_OF_DOMAIN, "z.unicode_name like :shown"));
        text.part().ifPresent(part -> {
            values.put("part", SearchText.pattern(part));
            values.put("start", SearchText.start(part));
            parts.add(byZone(Match.PART_OF_DOMAIN, "z.name like :part"));
            parts.add(byHost(Match.PART_OF_SERVER, HOST_BY_START));
            if (SearchText.isLongEnough(part)) {
                parts.add(byHost(Match.PART_OF_SERVER, HOST_BY_PART));
            }
        });
        return parts.stream();
    }

    private static String byZone(Match match, String condition) {
        return BY_ZONE.formatted(reason(match), condition);
    }

    private static String byHost(Match match, String hosts) {
        return BY_HOST.formatted(reason(match), hosts);
    }

    private static String reason(Match match) {
        return match.place() + " as place, '" + match.name() + "' as kind";
    }

    private static ZoneLine line(ResultSet row, int number) throws SQLException {
        int attention = row.getInt("attention");
        return new ZoneLine(
                row.getLong("id"),
                DomainName.of(row.getString("name")),
                row.getString("customer"),
                MailState.values()[attention],
                attention);
    }

    private record Row(FoundZone zone, int hits) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    new FoundZone(line(row, number), Match.valueOf(row.getString("kind")), row.getString("detail")),
                    row.getInt("hits"));
        }
    }
}
