package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import de.postlotse.desk.finding.FindingKind;
import de.postlotse.dns.DomainName;
import de.postlotse.testing.TestPostgres;
import de.postlotse.zone.migration.V15_2__Unicode_names;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What becomes of the rows of a store that was in use before health was told apart from routing. */
class FilledStoreTests {

    private static final String BEFORE = "22";
    private static final Timestamp LONG_AGO = Timestamp.from(Instant.parse("2025-01-01T00:00:00Z"));

    /** In the order that lists were sorted by. */
    private static final List<String> KINDS = List.of(
            "NO_SERVER_LEFT",
            "TARGET_GONE",
            "TARGET_NO_ADDRESS",
            "TARGET_PRIVATE",
            "TARGET_ALIAS",
            "NULL_MX_BESIDE_SERVERS",
            "NOT_DELEGATED",
            "DRIFTED",
            "PUBLISHING_FAILING",
            "TARGET_UNRESOLVABLE",
            "SECOND_LOOK",
            "SINGLE_SERVER");

    /** What was believed of the servers of a zone, by its finding and the condition of its host, and what that is called. */
    private enum Believed {
        NONE_LEFT("NO_SERVER_LEFT", "gone.extern.net"),
        SOME_UNUSABLE("TARGET_ALIAS", "mx.extern.net"),
        UNTOLD("TARGET_UNRESOLVABLE", "mx.extern.net"),
        NOT_CHECKED("", "new.extern.net"),
        USABLE("", "mx.extern.net");

        private final String finding;
        private final String host;

        Believed(String finding, String host) {
            this.finding = finding;
            this.host = host;
        }
    }

    private record Store(String vendor, String url, String user, String password) {

        DriverManagerDataSource source() {
            return new DriverManagerDataSource(url, user, password);
        }

        Flyway migrations(String target) {
            return Flyway.configure()
                    .dataSource(source())
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                    .javaMigrations(new V15_2__Unicode_names())
                    .target(target)
                    .load();
        }
    }

    private record ZoneBefore(
            String name, Delegation delegation, PublicationState publication, MailRouting routing, Believed believed) {}

    private record HealthAfter(ServersJudged.Servers servers, int health, String why) {}

    static Stream<ArgumentSet> stores() {
        Map<String, String> postgres = TestPostgres.sharedDatabase();
        return Stream.of(
                argumentSet("H2", new Store("h2", "jdbc:h2:mem:filled;DB_CLOSE_DELAY=-1", "sa", "")),
                argumentSet(
                        "PostgreSQL",
                        new Store(
                                "postgresql",
                                Objects.requireNonNull(postgres.get("spring.datasource.url")),
                                Objects.requireNonNull(postgres.get("spring.datasource.username")),
                                Objects.requireNonNull(postgres.get("spring.datasource.password")))));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepsWhatWasKnown(Store store) {
        store.migrations(BEFORE).migrate();
        JdbcClient sql = JdbcClient.create(store.source());
        List<ZoneBefore> zones = zones();
        fill(sql, zones);

        store.migrations("latest").migrate();

        zones.forEach(zone -> assertHealth(sql, zone));
        for (String table : List.of("zone_finding", "incident")) {
            assertThat(sql.sql("select kind, weight from " + table)
                            .query((row, number) -> row.getInt("weight")
                                    - FindingKind.valueOf(row.getString("kind")).weight())
                            .list())
                    .as("places in " + table)
                    .hasSizeGreaterThanOrEqualTo(KINDS.size())
                    .containsOnly(0);
        }
        assertThat(count(sql, "zone where id not in (select zone_id from finding_refresh)"))
                .isZero();
        assertThat(count(sql, "account where health_mail")).isZero();
        assertThat(count(sql, "account")).isEqualTo(1);
        assertThat(count(sql, "audit_head where last_id = 0")).isEqualTo(1);
        assertThat(count(sql, "mx_record")).isEqualTo(zones.size());
    }

    private static List<ZoneBefore> zones() {
        List<ZoneBefore> zones = new ArrayList<>();
        for (Delegation delegation : Delegation.values()) {
            for (PublicationState publication : PublicationState.values()) {
                for (MailRouting routing : MailRouting.values()) {
                    for (Believed believed : Believed.values()) {
                        zones.add(new ZoneBefore(
                                "z" + zones.size() + ".kunde.de", delegation, publication, routing, believed));
                    }
                }
            }
        }
        return zones;
    }

    private static void fill(JdbcClient sql, List<ZoneBefore> zones) {
        sql.sql("insert into mail_host (name, host_condition) values ('mx.extern.net', 'USABLE'),"
                        + " ('gone.extern.net', 'DOES_NOT_EXIST')")
                .update();
        zones.forEach(zone -> {
            sql.sql("""
                            insert into zone (name, customer, name_server, version, routing, published_version, attempts,
                                attention, publication_state, delegation)
                            values (?, '10001', 'ns1', 7, ?, 7, 0, 0, ?, ?)""")
                    .params(zone.name, zone.routing.name(), zone.publication.name(), zone.delegation.name())
                    .update();
            sql.sql("insert into mx_record select id, name, 10, ?, 3600 from zone where name = ?")
                    .params(zone.believed.host, zone.name)
                    .update();
            if (!zone.believed.finding.isEmpty()) {
                addFinding(sql, zone.name, zone.believed.finding, zone.believed.host);
            }
        });
        KINDS.forEach(kind -> {
            addFinding(sql, zones.getLast().name, kind, "other.extern.net");
            sql.sql("insert into incident (kind, subject, weight, zones, since) values (?, 'mx.extern.net', ?, 50, ?)")
                    .params(kind, KINDS.indexOf(kind), LONG_AGO)
                    .update();
        });
        sql.sql("insert into finding_refresh (zone_id) select id from zone where name = 'z0.kunde.de'")
                .update();
        sql.sql("insert into account (username, password_hash, role, customer) values ('kunde', 'x', 'CUSTOMER', '1')")
                .update();
    }

    private static void addFinding(JdbcClient sql, String zone, String kind, String subject) {
        sql.sql("""
                        insert into zone_finding (zone_id, kind, subject, weight, standing, since, customer, name_server, tld)
                        select id, ?, ?, ?, 'OPEN', ?, customer, name_server, 'de' from zone where name = ?""").params(kind, subject, KINDS.indexOf(kind), LONG_AGO, zone).update();
    }

    private static void assertHealth(JdbcClient sql, ZoneBefore zone) {
        HealthAfter after = sql.sql("select servers, health, health_why from zone where name = ?")
                .param(zone.name)
                .query((row, number) -> new HealthAfter(
                        ServersJudged.Servers.valueOf(row.getString("servers")),
                        row.getInt("health"),
                        row.getString("health_why")))
                .single();
        ServersJudged.Servers servers = after.servers;
        boolean lastOne = servers == ServersJudged.Servers.NONE_LEFT && zone.believed == Believed.USABLE;
        if (!lastOne) {
            assertThat(servers.name())
                    .as(zone.toString())
                    .isEqualTo(
                            zone.believed == Believed.USABLE || zone.believed == Believed.UNTOLD
                                    ? zone.delegation == Delegation.OURS ? zone.believed.name() : "NOT_CHECKED"
                                    : zone.believed.name());
        }
        ZoneHealth.Why why =
                ZoneHealth.Why.of(DomainName.of(zone.name), servers, zone.delegation, zone.publication, zone.routing);
        assertThat(after.why).as(zone.toString()).isEqualTo(why.name());
        assertThat(after.health).isEqualTo(why.health().ordinal());
    }

    private static int count(JdbcClient sql, String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
