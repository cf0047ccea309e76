package de.postlotse.desk.today;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.desk.finding.FindingKind;
import de.postlotse.testing.MovableClock;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.zone.ZoneHealth.Health;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for staff is counted seldom and never far, whichever the store is. */
@OnBothStores(atRest = true)
record OpenWorkCountsTests(JdbcClient store, RunningPostlotse postlotse) {

    @Test
    void zonesAreCountedOnceAKindAndFailingOnesWithThem() {
        OpenWorkCounts counts = new OpenWorkCounts(store, new MovableClock(Instant.EPOCH));
        OpenWork before = counts.now();
        long zone = zone();
        finding(zone, FindingKind.DRIFTED, "a", "OPEN");
        finding(zone, FindingKind.DRIFTED, "b", "OPEN");
        finding(zone, FindingKind.SINGLE_SERVER, "c", "OPEN");
        finding(zone, FindingKind.TARGET_ALIAS, "d", "REVIEWED");
        finding(zone, FindingKind.TARGET_ALIAS, "e", "INCIDENT");
        store.sql("update zone set publication_state = 'FAILING' where id = ?")
                .param(zone)
                .update();
        counts.forget();

        OpenWork after = counts.now();

        assertThat(after.of(FindingKind.DRIFTED)).isEqualTo(before.of(FindingKind.DRIFTED) + 1);
        assertThat(after.of(FindingKind.SINGLE_SERVER)).isEqualTo(before.of(FindingKind.SINGLE_SERVER) + 1);
        assertThat(after.of(FindingKind.TARGET_ALIAS)).isEqualTo(before.of(FindingKind.TARGET_ALIAS));
        assertThat(after.toReview()).isEqualTo(before.toReview() + 1);
        assertThat(after.hasFaults()).isTrue();
        assertThat(after.failing()).isEqualTo(before.failing() + 1);
    }

    @Test
    void brokenZonesAreCountedBeforeAnyFindingIsConfirmed() {
        OpenWorkCounts counts = new OpenWorkCounts(store, new MovableClock(Instant.EPOCH));
        long before = counts.now().broken();
        store.sql("update zone set health = ? where id = ?")
                .params(Health.BROKEN.ordinal(), zone())
                .update();
        counts.forget();

        assertThat(counts.now().broken()).isEqualTo(before + 1);
    }

    @Test
    void numbersAreKeptForTenSeconds() {
        MovableClock clock = new MovableClock(Instant.EPOCH);
        OpenWorkCounts counts = new OpenWorkCounts(store, clock);
        long before = counts.now().of(FindingKind.NOT_DELEGATED);
        finding(zone(), FindingKind.NOT_DELEGATED, "", "OPEN");

        clock.forward(Duration.ofSeconds(10));
        assertThat(counts.now().of(FindingKind.NOT_DELEGATED)).isEqualTo(before);
        clock.forward(Duration.ofNanos(1));
        assertThat(counts.now().of(FindingKind.NOT_DELEGATED)).isEqualTo(before + 1);
    }

    private long zone() {
        return store.sql("select id from zone where name = ?")
                .param(postlotse.newZone())
                .query(Long.class)
                .single();
    }

    private void finding(long zone, FindingKind kind, String subject, String standing) {
        store.sql("""
                        insert into zone_finding (zone_id, kind, subject, weight, standing, since, customer, name_server, tld)
                        values (?, ?, ?, ?, ?, current_timestamp, '10001', 'embedded', 'example')""")
                .params(zone, kind.name(), subject, kind.weight(), standing)
                .update();
    }
}
