package de.postlotse.desk.today;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is noted of each day, whichever the store is. */
@OnBothStores(atRest = true)
record DailyFiguresTests(DailyFigures figures, JdbcClient store, RunningPostlotse postlotse, ZoneId timeZone) {

    @BeforeEach
    void startWithNothingNoted() {
        store.sql("delete from daily_figure").update();
    }

    @Test
    void theDayIsNotedAsItIsNowAndAnewEachTime() {
        figures.note();
        DayFigures before = today();
        String zone = postlotse.newZone();
        long id = id(zone);
        store.sql("update zone set health = 0 where id = ?").param(id).update();
        finding(id, "NO_SERVER_LEFT", 0, "OPEN");
        finding(id, "SECOND_LOOK", 12, "INCIDENT");
        finding(id, "DRIFTED", 9, "REVIEWED");
        store.sql("insert into mail_host (name, host_condition, since) values (?, 'NO_ADDRESS', current_timestamp)")
                .param("ohne." + zone)
                .update();

        figures.note();

        DayFigures after = today();
        assertThat(after.sum(Figure.ZONES_BROKEN)).isEqualTo(before.sum(Figure.ZONES_BROKEN) + 1);
        assertThat(after.sum(Figure.FINDINGS_FAULT)).isEqualTo(before.sum(Figure.FINDINGS_FAULT) + 1);
        assertThat(after.sum(Figure.FINDINGS_WARNING)).isEqualTo(before.sum(Figure.FINDINGS_WARNING) + 1);
        assertThat(after.sum(Figure.HOSTS_FAULT)).isEqualTo(before.sum(Figure.HOSTS_FAULT) + 1);
        assertThat(figures.lastDays(SUPPORT)).hasSize(DailyFigures.SHOWN);
    }

    @Test
    void aZoneThatWasTakenOverIsNoChange() {
        figures.note();
        long before = today().sum(Figure.CHANGES);
        postlotse.newZone();
        changed(Instant.now(), Duration.ofSeconds(1));

        figures.note();

        assertThat(today().of(Figure.CHANGES)).isEqualTo(before + 1);
    }

    @Test
    void aMailServerOfWhichDnsDoesNotTellIsStillOpen() {
        figures.note();
        DayFigures before = today();
        store.sql("insert into mail_host (name, host_condition, since) values (?, 'UNCHECKED', current_timestamp)")
                .param("unklar." + postlotse.newZone())
                .update();

        figures.note();

        assertThat(today().of(Figure.HOSTS_OPEN)).isEqualTo(before.sum(Figure.HOSTS_OPEN) + 1);
        assertThat(today().of(Figure.HOSTS_WARNING)).isEqualTo(before.sum(Figure.HOSTS_WARNING));
    }

    @Test
    void theHistoryTellsOfTheDaysBeforeTheFirstCount() {
        LocalDate day = LocalDate.now(timeZone).minusDays(20);
        Instant noon = day.atTime(12, 0).atZone(timeZone).toInstant();
        changed(noon, Duration.ofSeconds(2));
        changed(noon, Duration.ofSeconds(4));
        changed(noon, Duration.ofSeconds(90));

        figures.note();

        DayFigures found = figures.lastDays(SUPPORT).stream()
                .filter(noted -> noted.day().equals(day))
                .findFirst()
                .orElseThrow();
        assertThat(found.of(Figure.CHANGES)).isEqualTo(3);
        assertThat(found.of(Figure.LIVE_MEDIAN)).isEqualTo(4_000);
        assertThat(found.of(Figure.LIVE_MOST)).isBetween(80_000L, 90_000L);
        assertThat(found.of(Figure.ZONES_FINE)).isNull();
    }

    @Test
    void aDayThatWasNotNotedToItsEndIsNotedAgainAndOldDaysAreForgotten() {
        LocalDate yesterday = LocalDate.now(timeZone).minusDays(1);
        put(yesterday, Figure.CHANGES, 99_999);
        put(yesterday, Figure.ZONES_FINE, 7);
        put(yesterday.minusDays(1), Figure.CHANGES, 5);
        put(yesterday.minusDays(500), Figure.CHANGES, 5);

        figures.note();

        DayFigures noted = figures.lastDays(SUPPORT).get(DailyFigures.SHOWN - 2);
        assertThat(noted.of(Figure.CHANGES)).isLessThan(99_999);
        assertThat(noted.of(Figure.ZONES_FINE)).isEqualTo(7);
        assertThat(figures.lastDays(SUPPORT).get(DailyFigures.SHOWN - 3).of(Figure.CHANGES))
                .isEqualTo(5);
        assertThat(store.sql("select count(*) from daily_figure where of_day < ?")
                        .param(yesterday.minusDays(400))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void figuresAreForStaff() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> figures.lastDays(customer("10001")));
    }

    private DayFigures today() {
        return figures.lastDays(SUPPORT).getLast();
    }

    private long id(String zone) {
        return store.sql("select id from zone where name = ?")
                .param(zone)
                .query(Long.class)
                .single();
    }

    /** A zone whose last change was served after a while. */
    private void changed(Instant at, Duration until) {
        long id = id(postlotse.newZone());
        store.sql("update zone_change set changed_at = ?, kind = 'RECORD_ADDED' where zone_id = ?")
                .params(stored(at), id)
                .update();
        store.sql("""
                        update zone set live_since = ?, published_version =
                        (select max(c.version) from zone_change c where c.zone_id = zone.id) where id = ?""").params(stored(at.plus(until)), id).update();
    }

    private void finding(long zone, String kind, int weight, String standing) {
        store.sql("""
                        insert into zone_finding (zone_id, kind, subject, weight, standing, since, customer, name_server, tld)
                        values (?, ?, '', ?, ?, current_timestamp, '10001', 'embedded', 'example')""").params(zone, kind, weight, standing).update();
    }

    private void put(LocalDate day, Figure figure, long number) {
        store.sql("insert into daily_figure (of_day, figure, number, noted_at) values (?, ?, ?, current_timestamp)")
                .params(day, figure.name(), number)
                .update();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
