package de.postlotse.zone.health;

import static de.postlotse.account.Callers.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ZoneHealth;
import de.postlotse.zone.Zones;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rounds over all zones find out, whichever database it is. */
@OnBothStores(atRest = true)
class HealthRoundsTests {

    private static final int MANY = 10_000;

    private final MailHealth health;
    private final Zones zones;
    private final JdbcClient database;
    private final DomainName zone = DomainName.of("z" + UUID.randomUUID() + ".health.example");
    private final long id;

    HealthRoundsTests(MailHealth health, Zones zones, JdbcClient database) {
        this.health = health;
        this.zones = zones;
        this.database = database;
        this.id = zones.takeOver(SUPPORT, zone, "94001", "nowhere", List.of(), 1)
                .orElseThrow()
                .id();
    }

    @Test
    void aZoneThatIsNoLongerBrokenIsFoundWithinTheHour() {
        breakIt("2");
        health.refreshBroken(MANY);
        assertThat(why()).isEqualTo(ZoneHealth.Why.NO_MAIL_SERVER);
    }

    @Test
    void aZoneThatWasLookedAtWithinTheHourIsLeftAlone() {
        breakIt("0");
        health.refreshBroken(MANY);
        assertThat(why()).isEqualTo(ZoneHealth.Why.NO_SERVER_LEFT);
    }

    @Test
    void eachZoneIsLookedAtOnceADay() {
        health.refreshDelegations(MANY);
        assertThat(checkedWithinTheHour()).isTrue();

        checkedHoursAgo("23");
        health.refreshDelegations(MANY);
        assertThat(checkedWithinTheHour()).isFalse();

        checkedHoursAgo("25");
        health.refreshDelegations(MANY);
        assertThat(checkedWithinTheHour()).isTrue();
    }

    @Test
    void aZoneThatWasTakenOverIsCheckedAtOnce() {
        assertThat(servers()).isEqualTo("NOT_CHECKED");

        health.checkNew(MANY);

        assertThat(servers()).isEqualTo("USABLE");
    }

    private String servers() {
        return database.sql("select servers from zone where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void breakIt(String hours) {
        database.sql("update zone set servers = 'NONE_LEFT', health = 0, health_why = 'NO_SERVER_LEFT' where id = ?")
                .param(id)
                .update();
        checkedHoursAgo(hours);
    }

    private void checkedHoursAgo(String hours) {
        database.sql("update zone set checked_at = current_timestamp - interval '" + hours + "' hour where id = ?")
                .param(id)
                .update();
    }

    private boolean checkedWithinTheHour() {
        return database.sql(
                                "select count(*) from zone where id = ? and checked_at > current_timestamp - interval '1' hour")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private ZoneHealth.Why why() {
        return zones.require(SUPPORT, zone).health().why();
    }
}
