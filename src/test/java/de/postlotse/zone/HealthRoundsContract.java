package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rounds over all zones find out, whichever database it is. */
abstract class HealthRoundsContract {

    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    private static final int MANY = 10_000;

    private final MailHealth health;
    private final Zones zones;
    private final JdbcClient database;
    private final DomainName zone = DomainName.of("z" + UUID.randomUUID() + ".health.example");
    private final long id;

    HealthRoundsContract(MailHealth health, Zones zones, JdbcClient database) {
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
        assertThat(state()).isNotEqualTo(MailState.BROKEN);
    }

    @Test
    void aZoneThatWasLookedAtWithinTheHourIsLeftAlone() {
        breakIt("0");
        health.refreshBroken(MANY);
        assertThat(state()).isEqualTo(MailState.BROKEN);
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

    private void breakIt(String hours) {
        database.sql("update zone set broken_since = current_timestamp, attention = 0 where id = ?")
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

    private MailState state() {
        return zones.require(SUPPORT, zone).mailState();
    }
}
