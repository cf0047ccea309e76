package de.postlotse.desk.report;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.desk.sweep.MailHosts;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.store.StoredTime;
import de.postlotse.testing.MovableClock;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.history.History;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who can open the report of a zone, whichever store it is. */
@OnBothStores(atRest = true)
class ReportLinksTests {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller CUSTOMER = customer("95001");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T10:15:30.123456789Z"));
    private final ReportLinkStore store;
    private final JdbcClient database;
    private final HandBack handBack;
    private final ReportLinks links;
    private final Reports reports;
    private final ZoneSnapshot zone;

    ReportLinksTests(
            ReportLinkStore store,
            Zones zones,
            History history,
            MailHosts hosts,
            MailPaths paths,
            HandBack handBack,
            JdbcClient database) {
        this.store = store;
        this.database = database;
        this.handBack = handBack;
        this.links = new ReportLinks(store, new SignedLinks(database, store), clock);
        this.reports = new Reports(links, zones, history, hosts, paths, clock);
        DomainName name = DomainName.of("bericht-" + LAST.incrementAndGet() + ".example");
        MxSet set = mx(name, 3600, "10 mx." + name);
        this.zone = zones.takeOver(SUPPORT, name, "95001", "nowhere", List.of(set), 7)
                .orElseThrow();
    }

    @Test
    void opensTheReportOfItsZone() {
        String token = links.create(SUPPORT, zone, ReportLinks.Validity.DAY).reveal();
        assertThat(reports.open(token).orElseThrow().ways())
                .as("nothing is known of the server, and nobody is asked")
                .isEmpty();
        seenBySweep("mx." + zone.name());

        Reports.Report report = reports.open(token).orElseThrow();
        assertThat(report.zone().name()).isEqualTo(zone.name());
        assertThat(report.changes()).hasSize(1);
        assertThat(report.ways()).hasSize(1);
        assertThat(report.until()).isEqualTo(Instant.parse("2026-11-28T10:15:30Z"));
    }

    @Test
    void expires() {
        String day = links.create(SUPPORT, zone, ReportLinks.Validity.DAY).reveal();
        String week = links.create(SUPPORT, zone, ReportLinks.Validity.WEEK).reveal();

        clock.forward(Duration.ofHours(23));
        assertThat(reports.open(day)).isPresent();
        clock.forward(Duration.ofHours(1));
        assertThat(reports.open(day)).isEmpty();
        assertThat(reports.open(week)).isPresent();
        assertThat(links.list(SUPPORT, zone)).hasSize(1);
    }

    @Test
    void cannotBeForged() {
        String token = links.create(SUPPORT, zone, ReportLinks.Validity.DAY).reveal();

        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(reports.open(forged)).as("%d", place).isEmpty();
        }
        Stream.of("", "a", token + "A", token.substring(1), token + "=", "ä".repeat(47), "A".repeat(76))
                .forEach(forged -> assertThat(reports.open(forged)).as(forged).isEmpty());
    }

    @Test
    void isVoidOnceItIsRevoked() {
        String first = links.create(SUPPORT, zone, ReportLinks.Validity.MONTH).reveal();
        String second = links.create(SUPPORT, zone, ReportLinks.Validity.MONTH).reveal();

        links.revoke(SUPPORT, zone, links.list(SUPPORT, zone).getLast().id());

        assertThat(reports.open(first)).isEmpty();
        assertThat(reports.open(second)).isPresent();
    }

    @Test
    void isVoidOnceTheZoneIsHandedBack() {
        String token = links.create(SUPPORT, zone, ReportLinks.Validity.MONTH).reveal();

        handBack.handBack(SUPPORT, zone.name(), null);

        assertThat(reports.open(token)).isEmpty();
    }

    @Test
    void isVoidOnceTheZoneIsAnotherCustomers() {
        String token = links.create(SUPPORT, zone, ReportLinks.Validity.MONTH).reveal();

        database.sql("update zone set customer = '95002' where id = ?")
                .param(zone.id())
                .update();

        assertThat(reports.open(token)).isEmpty();
    }

    @Test
    void signedLinksOfTheFormerVersionAreGoodUntilTheyEnd() throws GeneralSecurityException {
        byte[] key = "a key of 32 octets for signatures".getBytes(StandardCharsets.US_ASCII);
        database.sql("delete from signing_key").update();
        database.sql("insert into signing_key (purpose, secret, created_at) values ('report', ?, ?)")
                .params(Base64.getEncoder().encodeToString(key), StoredTime.of(clock.instant()))
                .update();
        String random = links.create(SUPPORT, zone, ReportLinks.Validity.DAY).reveal();
        database.sql("update report_link set token_hash = null where zone_id = ?")
                .param(zone.id())
                .update();
        ReportLinks.ReportLink link = links.list(SUPPORT, zone).getFirst();
        String token = signed(link, key);

        assertThat(reports.open(random)).isEmpty();
        assertThat(reports.open(token)).isPresent();
        assertThat(links.isFor(SUPPORT, zone, token)).isTrue();
        assertThat(reports.open(signed(link, new byte[32]))).isEmpty();
        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(reports.open(forged)).as("%d", place).isEmpty();
        }
        clock.forward(Duration.ofDays(1));
        assertThat(reports.open(token)).isEmpty();
    }

    private static String signed(ReportLinks.ReportLink link, byte[] key) throws GeneralSecurityException {
        byte[] content = ByteBuffer.allocate(25)
                .put((byte) 1)
                .putLong(link.id())
                .putLong(link.zoneId())
                .putLong(link.until().getEpochSecond())
                .array();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getUrlEncoder()
                .encodeToString(ByteBuffer.allocate(57)
                        .put(content)
                        .put(mac.doFinal(content))
                        .array());
    }

    private void seenBySweep(String host) {
        String addresses = "192.175.48.1 2620:4f:8000::1";
        int known = database.sql("update mail_host set host_condition = 'USABLE', addresses = ? where name = ?")
                .params(addresses, host)
                .update();
        if (known == 0) {
            database.sql("insert into mail_host (name, host_condition, addresses) values (?, 'USABLE', ?)")
                    .params(host, addresses)
                    .update();
        }
    }

    @Test
    void isForStaffToHandOut() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> links.create(CUSTOMER, zone, ReportLinks.Validity.DAY));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> links.list(CUSTOMER, zone));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> links.revoke(CUSTOMER, zone, 1));
    }
}
