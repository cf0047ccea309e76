package de.postlotse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty store with zones as a large hoster has them, with what the sweep knows of their mail servers and with
 * the findings that follow from it. The schema must be there; the same count always makes the same store.
 */
final class MillionZones {

    private static final List<String> NAME_SERVERS = List.of("ns-a", "ns-b", "ns-c");
    static final int FIRST_CUSTOMER = 100_000;
    private static final int LARGEST_CUSTOMER = 500;
    private static final int FROM_INCIDENT = 10;

    private final Connection connection;
    private final int count;
    private final Instant now = Instant.now();
    private final int[] customers;

    private MillionZones(Connection connection, int count) {
        this.connection = connection;
        this.count = count;
        this.customers = customers(count);
    }

    public static void main(String[] arguments) throws Exception {
        String url = System.getProperty("bench.url");
        fill(url, Integer.getInteger("bench.zones", 1_000_000));
    }

    static void fill(String url, int zones) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            new MillionZones(connection, zones).fill();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Indexes are built at the end, and foreign keys hold by construction. */
    private void fill() throws SQLException, IOException {
        List<String> indexes = texts("""
                select indexdef from pg_indexes
                where schemaname = 'public'
                and tablename in ('zone', 'mx_record', 'zone_change', 'mail_host', 'mail_host_address', 'zone_finding', 'incident')
                and indexname not in (select conname from pg_constraint where contype in ('p', 'u'))""");
        for (String index : indexes) {
            execute("drop index " + index.replaceFirst("^CREATE (UNIQUE )?INDEX (\\S+) .*$", "$2"));
        }
        execute("set session_replication_role = replica");
        zones();
        records();
        changes();
        hosts();
        findings();
        execute("set session_replication_role = default");
        execute("set maintenance_work_mem = '256MB'");
        for (String index : indexes) {
            execute(index);
        }
        execute("select setval(pg_get_serial_sequence('zone', 'id'), (select max(id) from zone))");
        execute("select setval(pg_get_serial_sequence('zone_change', 'id'), (select max(id) from zone_change))");
        execute("vacuum analyze");
    }

    private void zones() throws SQLException, IOException {
        try (Copy copy = new Copy("""
                zone (id, name, unicode_name, customer, name_server, version, routing, published_version, serial, live_since,
                problem, problem_since, attempts, next_attempt_at, checked_at, attention, servers, health, health_why, health_since, publication_state, delegation,
                delegation_since, compare_at)""")) {
            for (int number = 0; number < count; number++) {
                GeneratedZone zone = GeneratedZone.of(number);
                GeneratedStanding standing = GeneratedStanding.of(zone, now);
                copy.row(
                        id(number),
                        zone.name(),
                        zone.unicodeName().equals(zone.name()) ? null : zone.unicodeName(),
                        customer(number),
                        nameServer(number),
                        version(number),
                        zone.routing(),
                        version(number),
                        2026112301L,
                        standing.since(),
                        standing.problem(),
                        standing.problem() == null ? null : standing.since(),
                        standing.problem() == null ? 0 : 3,
                        standing.publication().equals("OVERDUE") ? now.plusSeconds(3_600) : null,
                        now.plusSeconds(86_400),
                        0,
                        standing.servers(),
                        standing.why(zone).health().ordinal(),
                        standing.why(zone),
                        standing.since(),
                        standing.publication(),
                        standing.delegation(),
                        standing.delegation().equals("OURS") ? null : standing.since(),
                        now.plusSeconds(30L * 86_400));
            }
        }
    }

    private void records() throws SQLException, IOException {
        try (Copy copy = new Copy("mx_record (zone_id, owner, preference, target, ttl)")) {
            for (int number = 0; number < count; number++) {
                for (GeneratedZone.Mx record : GeneratedZone.of(number).records()) {
                    copy.row(id(number), record.owner(), record.preference(), record.target(), record.ttl());
                }
            }
        }
    }

    /** Each zone was taken over once; every second one was changed since. */
    private void changes() throws SQLException, IOException {
        try (Copy copy = new Copy("""
                zone_change (zone_id, version, changed_at, kind, actor, on_behalf_of, origin, sets_before, sets_after)""")) {
            for (int number = 0; number < count; number++) {
                GeneratedZone zone = GeneratedZone.of(number);
                String sets = zone.records().stream()
                        .filter(record -> record.owner().equals(zone.name()))
                        .map(record -> "@ " + record.ttl() + " MX " + record.preference() + " " + record.target())
                        .collect(Collectors.joining("\n"));
                Instant takenOver = now.minusSeconds(86_400L * 400 + number % 86_400);
                copy.row(id(number), 1, takenOver, "TAKEN_OVER", "support", customer(number), "127.0.0.1", "", sets);
                if (version(number) == 2) {
                    Instant changed = now.minusSeconds(new SplittableRandom(number).nextInt(86_400 * 200));
                    copy.row(
                            id(number),
                            2,
                            changed,
                            "SET_REPLACED",
                            "kunde",
                            null,
                            "127.0.0.1",
                            "@ 3600 MX 10 alt.example",
                            sets);
                }
            }
        }
    }

    private void hosts() throws SQLException, IOException {
        Set<String> names = new LinkedHashSet<>();
        for (int number = 0; number < count; number++) {
            GeneratedZone.of(number).records().stream()
                    .map(GeneratedZone.Mx::target)
                    .filter(target -> !target.equals("."))
                    .forEach(names::add);
        }
        try (Copy copy = new Copy("mail_host (name, host_condition, since, addresses, ask_again_at)")) {
            for (String name : names) {
                copy.row(
                        name,
                        GeneratedZone.condition(name),
                        GeneratedStanding.since(name, now),
                        String.join(" ", GeneratedZone.addresses(name)),
                        now.plusSeconds(30L * 86_400 + (name.hashCode() & 0xFFFF)));
            }
        }
        try (Copy copy = new Copy("mail_host_address (address, host)")) {
            for (String name : names) {
                for (String address : GeneratedZone.addresses(name)) {
                    copy.row(address, name);
                }
            }
        }
    }

    private void findings() throws SQLException, IOException {
        Map<String, Integer> zonesOf = new HashMap<>();
        Map<String, GeneratedFinding> oldest = new HashMap<>();
        for (int number = 0; number < count; number++) {
            for (GeneratedFinding finding : findings(number)) {
                zonesOf.merge(finding.group(), finding.subject().isEmpty() ? 0 : 1, Integer::sum);
                oldest.merge(finding.group(), finding, (a, b) -> a.since().isBefore(b.since()) ? a : b);
            }
        }
        zonesOf.values().removeIf(zones -> zones < FROM_INCIDENT);
        try (Copy copy = new Copy(
                "zone_finding (zone_id, kind, subject, weight, standing, since, customer, name_server, tld)")) {
            for (int number = 0; number < count; number++) {
                String name = GeneratedZone.of(number).name();
                for (GeneratedFinding finding : findings(number)) {
                    copy.row(
                            id(number),
                            finding.kind(),
                            finding.subject(),
                            finding.weight(),
                            zonesOf.containsKey(finding.group()) ? "INCIDENT" : "OPEN",
                            finding.since(),
                            customer(number),
                            nameServer(number),
                            name.substring(name.lastIndexOf('.') + 1));
                }
            }
        }
        try (Copy copy = new Copy("incident (kind, subject, weight, zones, since)")) {
            for (Map.Entry<String, Integer> incident : zonesOf.entrySet()) {
                GeneratedFinding finding = oldest.get(incident.getKey());
                if (finding != null) {
                    copy.row(finding.kind(), finding.subject(), finding.weight(), incident.getValue(), finding.since());
                }
            }
        }
    }

    private Collection<GeneratedFinding> findings(int number) {
        return GeneratedFinding.of(GeneratedZone.of(number), nameServer(number), now);
    }

    private static long id(int number) {
        return number + 1L;
    }

    private String customer(int number) {
        return Integer.toString(FIRST_CUSTOMER + customers[number]);
    }

    private static String nameServer(int number) {
        return NAME_SERVERS.get(Math.floorMod(number * 31, NAME_SERVERS.size()));
    }

    private static int version(int number) {
        return 1 + number % 2;
    }

    /** Which customer has which zone: many have one, some have 500, and theirs were not taken over one after the other. */
    private static int[] customers(int count) {
        Random random = new Random(5);
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(numbers, random);
        int[] customers = new int[count];
        int customer = 0;
        for (int next = 0; next < count; customer++) {
            int size = (int) Math.min(LARGEST_CUSTOMER, 1 / (1 - random.nextDouble()));
            for (int zone = 0; zone < size && next < count; zone++, next++) {
                customers[numbers.get(next)] = customer;
            }
        }
        return customers;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Rows on their way into a table. */
    private final class Copy implements AutoCloseable {

        private final CopyIn copy;
        private final StringBuilder rows = new StringBuilder();

        Copy(String table) throws SQLException {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        }

        void row(@Nullable Object... values) throws SQLException {
            for (int column = 0; column < values.length; column++) {
                @Nullable Object value = values[column];
                rows.append(column == 0 ? "" : "\t")
                        .append(
                                value == null
                                        ? "\\N"
                                        : value.toString().replace("\\", "\\\\").replace("\n", "\\n"));
            }
            rows.append('\n');
            if (rows.length() > 60_000) {
                flush();
            }
        }

        private void flush() throws SQLException {
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            rows.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            flush();
            copy.endCopy();
        }
    }
}
