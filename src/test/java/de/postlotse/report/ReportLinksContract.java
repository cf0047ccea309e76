package de.postlotse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.MovableClock;
import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.mailpath.MailPaths;
import de.postlotse.sweep.MailHosts;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.History;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who can open the report of a zone, whichever store it is. */
abstract class ReportLinksContract {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    private static final Caller CUSTOMER = new Caller("kunde", Role.CUSTOMER, "95001", "127.0.0.1");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T10:15:30.123456789Z"));
    private final ReportLinkStore store;
    private final JdbcClient database;
    private final HandBack handBack;
    private final ReportLinks links;
    private final Reports reports;
    private final ZoneSnapshot zone;

    ReportLinksContract(
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
        this.links = new ReportLinks(store, new SigningKeys(database, clock), clock);
        this.reports = new Reports(links, zones, history, hosts, paths, clock);
        DomainName name = DomainName.of("bericht-" + LAST.incrementAndGet() + ".example");
        MxSet set = MxSet.of(name, new Ttl(3600), List.of(MxRecord.of(10, "mx." + name)));
        this.zone = zones.takeOver(SUPPORT, name, "95001", "nowhere", List.of(set), 7)
                .orElseThrow();
    }

    @Test
    void opensTheReportOfItsZone() {
        String token = links.create(SUPPORT, zone, ReportValidity.DAY);
        assertThat(reports.open(token).orElseThrow().ways())
                .as("nothing is known of the server, and nobody is asked")
                .isEmpty();
        seenBySweep("mx." + zone.name());

        Report report = reports.open(token).orElseThrow();
        assertThat(report.zone().name()).isEqualTo(zone.name());
        assertThat(report.changes()).hasSize(1);
        assertThat(report.ways()).hasSize(1);
        assertThat(report.until()).isEqualTo(Instant.parse("2026-11-28T10:15:30Z"));
    }

    @Test
    void expires() {
        String day = links.create(SUPPORT, zone, ReportValidity.DAY);
        String week = links.create(SUPPORT, zone, ReportValidity.WEEK);

        clock.forward(Duration.ofHours(23));
        assertThat(reports.open(day)).isPresent();
        clock.forward(Duration.ofHours(1));
        assertThat(reports.open(day)).isEmpty();
        assertThat(reports.open(week)).isPresent();
        assertThat(links.list(SUPPORT, zone)).hasSize(1);
    }

    @Test
    void cannotBeForged() {
        String token = links.create(SUPPORT, zone, ReportValidity.DAY);

        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(reports.open(forged)).as("%d", place).isEmpty();
        }
        LinkToken said = LinkToken.of(links.list(SUPPORT, zone).getFirst());
        SecretKeySpec otherKey = LinkToken.key(new byte[LinkToken.keyLength()]);
        Stream.of("", "a", token + "A", token.substring(1), token + "=", "ä".repeat(76), said.sign(otherKey))
                .forEach(forged -> assertThat(reports.open(forged)).as(forged).isEmpty());
    }

    @Test
    void isVoidOnceItIsRevoked() {
        String first = links.create(SUPPORT, zone, ReportValidity.MONTH);
        String second = links.create(SUPPORT, zone, ReportValidity.MONTH);

        links.revoke(SUPPORT, zone, links.list(SUPPORT, zone).getLast().id());

        assertThat(reports.open(first)).isEmpty();
        assertThat(reports.open(second)).isPresent();
    }

    @Test
    void isVoidOnceTheZoneIsHandedBack() {
        String token = links.create(SUPPORT, zone, ReportValidity.MONTH);

        handBack.handBack(SUPPORT, zone.name(), null);

        assertThat(reports.open(token)).isEmpty();
    }

    @Test
    void isVoidOnceTheZoneIsAnotherCustomers() {
        String token = links.create(SUPPORT, zone, ReportValidity.MONTH);

        database.sql("update zone set customer = '95002' where id = ?")
                .param(zone.id())
                .update();

        assertThat(reports.open(token)).isEmpty();
    }

    @Test
    void isGoodAtEveryNode() {
        List<SigningKeys> nodes =
                Stream.generate(() -> new SigningKeys(database, clock)).limit(4).toList();
        database.sql("delete from signing_key").update();

        List<SecretKeySpec> keys =
                nodes.stream().map(node -> CompletableFuture.supplyAsync(node::key)).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(keys).containsOnly(keys.getFirst());
        String token = new ReportLinks(store, nodes.getFirst(), clock).create(SUPPORT, zone, ReportValidity.DAY);
        assertThat(new ReportLinks(store, nodes.getLast(), clock).verified(token))
                .isPresent();
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
                .isThrownBy(() -> links.create(CUSTOMER, zone, ReportValidity.DAY));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> links.list(CUSTOMER, zone));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> links.revoke(CUSTOMER, zone, 1));
    }
}
