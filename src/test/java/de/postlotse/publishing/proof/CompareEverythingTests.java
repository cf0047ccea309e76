package de.postlotse.publishing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.zone.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a backup came back, staff have everything compared; whichever store it is. */
@OnBothStores(atRest = true)
class CompareEverythingTests {

    private final RunningPostlotse postlotse;
    private final Zones zones;
    private final JdbcClient store;

    CompareEverythingTests(RunningPostlotse postlotse, Zones zones, JdbcClient store) {
        this.postlotse = postlotse;
        this.zones = zones;
        this.store = store;
    }

    @Test
    void oneClickAndOneCallMakeAllZonesDue() {
        long zone = comparedLately();
        assertThat(isDue(zone)).isFalse();

        int all = postlotse
                .api("support")
                .post("/api/v1/comparison", "")
                .expect(202)
                .json()
                .at("/zones")
                .asInt();

        assertThat(isDue(zone)).isTrue();
        assertThat(all)
                .isEqualTo(store.sql("select count(*) from zone")
                        .query(Integer.class)
                        .single());

        long other = comparedLately();
        postlotse
                .visitor("support")
                .post("/support/publishing/compare", Map.of())
                .expect(302);
        assertThat(isDue(other)).isTrue();
    }

    private long comparedLately() {
        String name = postlotse.newZone();
        long id = store.sql("select id from zone where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        zones.compareAgain(List.of(id), Instant.now().plus(Duration.ofHours(20)));
        return id;
    }

    private boolean isDue(long zone) {
        return zones.dueToCompare(Instant.now(), Integer.MAX_VALUE).contains(zone);
    }
}
