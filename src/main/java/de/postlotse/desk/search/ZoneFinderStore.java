package de.postlotse.desk.search;

import de.postlotse.dns.DomainName;
import de.postlotse.store.KeysetPage;
import de.postlotse.zone.MailRouting;
import de.postlotse.zone.MailState;
import de.postlotse.zone.ZoneHealth;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
record ZoneFinderStore(JdbcClient store, FreshPlans plans) {

    private static final int MOST = ZoneFinder.MOST + 1;

    private static final String LINE =
            "z.id, z.name, z.customer, z.attention, z.routing, z.health, z.health_why, z.health_since";
    private static final String BY_ZONE = "select " + LINE + ", %s, '' as detail from zone z where %s limit " + MOST;
    private static final String BY_HOST = "select " + LINE + ", %s, h.target as detail from (%s limit " + MOST
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
            select id, name, customer, attention, routing, health, health_why, health_since, place, kind, detail, hits
            from (select f.*,
                  row_number() over (partition by id order by place, kind, detail) as nth,
                  count(*) over () as hits
                  from (select * from (%s) a limit %d) f) n
            where nth = 1""";

    /** All zones; one more than a page has. */
    List<ZoneLine> all(@Nullable Health wanted, ZoneLine.@Nullable Cursor after) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (wanted != null) {
            values.put("wanted", wanted.ordinal());
            conditions.add("health = :wanted");
        }
        if (after != null) {
            values.put("health", after.attention());
            values.put("name", after.name().toString());
            conditions.add("(health, name) > (:health, :name)");
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return store.sql("select %s from zone z %s order by health, name limit %d"
                        .formatted(LINE, where, ZoneLists.PAGE + 1))
                .params(values)
                .query(ZoneFinderStore::line)
                .list();
    }

    ZoneFinder.Found find(SearchText text, @Nullable Health health, FoundZone.@Nullable Cursor after) {
        List<Row> rows = rows(text, health, List.of("place", "health", "name"), after);
        List<FoundZone> zones = ofHealth(rows, health).map(Row::zone).toList();
        boolean tooMany = !rows.isEmpty() && rows.getFirst().hits() > ZoneFinder.MOST;
        return new ZoneFinder.Found(KeysetPage.of(zones, ZoneLists.PAGE, FoundZone::cursor), tooMany);
    }

    List<ZoneLine> worstFirst(SearchText text, @Nullable Health health, ZoneLine.@Nullable Cursor after) {
        FoundZone.Cursor start = after == null
                ? null
                : new FoundZone.Cursor(0, after.attention(), after.name().toString());
        return ofHealth(rows(text, health, List.of("health", "name"), start), health)
                .map(row -> row.zone().zone())
                .toList();
    }

    /** One more than a page has. Those of another health come last, and tell at least how many there are. */
    private List<Row> rows(
            SearchText text, @Nullable Health health, List<String> order, FoundZone.@Nullable Cursor after) {
        plans.forThisTransaction();
        Map<String, Object> values = new HashMap<>();
        String found = parts(text, values).map(part -> "(" + part + ")").collect(Collectors.joining(" union all "));
        String wantedFirst = health == null ? "" : "case when health = :wanted then 0 else 1 end, ";
        if (health != null) {
            values.put("wanted", health.ordinal());
        }
        String columns = String.join(", ", order);
        String behind = after == null ? "" : "where (" + columns + ") > (:" + String.join(", :", order) + ")";
        if (after != null) {
            values.put("place", after.place());
            values.put("health", after.attention());
            values.put("name", after.name());
        }
        return store.sql("select * from (%s) p %s order by %s limit %d"
                        .formatted(EACH_ONCE.formatted(found, MOST), behind, wantedFirst + columns, ZoneLists.PAGE + 1))
                .params(values)
                .query(Row::of)
                .list();
    }

    private static Stream<Row> ofHealth(List<Row> rows, @Nullable Health wanted) {
        return rows.stream()
                .filter(row -> wanted == null || row.zone().zone().health().health() == wanted);
    }

    /** The surest first: what comes later is not looked for once there is enough. */
    private static Stream<String> parts(SearchText text, Map<String, Object> values) {
        String address = text.address();
        if (address != null) {
            values.put("address", address);
            return Stream.of(byHost(FoundZone.By.ADDRESS, HOST_BY_ADDRESS));
        }
        List<String> parts = new ArrayList<>();
        text.fullName().ifPresent(name -> {
            values.put("exact", name.toString());
            parts.add(byZone(FoundZone.By.DOMAIN, "z.name = :exact"));
            if (!text.above().isEmpty()) {
                values.put("above", text.above());
                parts.add(byZone(FoundZone.By.DOMAIN_ABOVE, "z.name in (:above)"));
            }
            parts.add(byHost(FoundZone.By.SERVER, EXACT_HOST));
        });
        text.customer().ifPresent(customer -> {
            values.put("customer", customer);
            values.put("customers", SearchText.start(customer));
            parts.add(byZone(FoundZone.By.CUSTOMER, "z.customer = :customer"));
            parts.add(byZone(FoundZone.By.START_OF_CUSTOMER, "z.customer like :customers"));
        });
        values.put("shown", SearchText.pattern(text.shownPart()));
        parts.add(byZone(FoundZone.By.PART_OF_DOMAIN, "z.unicode_name like :shown"));
        text.part().ifPresent(part -> {
            values.put("part", SearchText.pattern(part));
            values.put("start", SearchText.start(part));
            parts.add(byZone(FoundZone.By.PART_OF_DOMAIN, "z.name like :part"));
            parts.add(byHost(FoundZone.By.PART_OF_SERVER, HOST_BY_START));
            if (SearchText.isLongEnough(part)) {
                parts.add(byHost(FoundZone.By.PART_OF_SERVER, HOST_BY_PART));
            }
        });
        return parts.stream();
    }

    private static String byZone(FoundZone.By match, String condition) {
        return BY_ZONE.formatted(reason(match), condition);
    }

    private static String byHost(FoundZone.By match, String hosts) {
        return BY_HOST.formatted(reason(match), hosts);
    }

    private static String reason(FoundZone.By match) {
        return match.place() + " as place, '" + match.name() + "' as kind";
    }

    private static ZoneLine line(ResultSet row, int number) throws SQLException {
        return new ZoneLine(
                row.getLong("id"),
                DomainName.of(row.getString("name")),
                row.getString("customer"),
                MailState.values()[row.getInt("attention")],
                MailRouting.valueOf(row.getString("routing")),
                new ZoneHealth(
                        row.getInt("health"),
                        ZoneHealth.Why.valueOf(row.getString("health_why")),
                        row.getObject("health_since", OffsetDateTime.class).toInstant()));
    }

    private record Row(FoundZone zone, int hits) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    new FoundZone(
                            line(row, number), FoundZone.By.valueOf(row.getString("kind")), row.getString("detail")),
                    row.getInt("hits"));
        }
    }
}
