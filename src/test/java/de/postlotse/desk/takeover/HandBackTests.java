package de.postlotse.desk.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

/** Zones leave our care, by page and by API. */
@WholeApplication
record HandBackTests(
        RunningPostlotse postlotse, @Qualifier("demoZones") ApplicationRunner demoZones) {

    private static final String ZONES = "/api/v1/zones";

    @Test
    void saysWhatIsRemovedAndRemovesItOnlyWhenThatIsConfirmed() {
        String zone = postlotse.newZone();
        Visitor support = postlotse.visitor("support");
        String page = "/support/zones/" + zone + "/hand-back";

        assertThat(support.get("/domains/" + zone).body()).contains(page);
        assertThat(support.get(page).body()).contains("Verlauf", "Am Nameserver embedded ändert sich nichts");
        postlotse.mx(zone).expect(200);

        Answer done = support.post(page, Map.of("version", "1"));

        assertThat(support.follow(done).body()).contains(zone + " wird nicht mehr hier verwaltet");
        postlotse.mx(zone).expect(404);
        support.get(page).expect(404);
    }

    @Test
    void asksAgainWhereTheZoneHasChangedMeanwhile() {
        String zone = postlotse.newZone();
        postlotse.api("kunde1").post(ZONES + "/" + zone + "/mx", "{\"target\": \"mail2.%s\"}".formatted(zone));
        Visitor support = postlotse.visitor("support");

        Answer refused = support.post("/support/zones/" + zone + "/hand-back", Map.of("version", "1"));

        assertThat(support.follow(refused).body()).contains("wurde inzwischen geändert");
        postlotse.mx(zone).expect(200);
    }

    @Test
    void leavesTheNameServerUntouched() {
        String zone = postlotse.newZone();
        postlotse.api("kunde1").post(ZONES + "/" + zone + "/mx", "{\"target\": \"mail2.%s\"}".formatted(zone));
        postlotse.awaitLive(zone);
        List<String> served = postlotse.dig().mx(zone);
        long serial = postlotse.dig().serial(zone);

        postlotse.api("support").delete(ZONES + "/" + zone).expect(204);

        assertThat(postlotse.dig().mx(zone)).isEqualTo(served).hasSize(2);
        assertThat(postlotse.dig().serial(zone)).isEqualTo(serial);
    }

    @Test
    void refusesAProgramThatHasSeenAnOlderVersion() {
        String zone = postlotse.newZone();
        ApiCaller support = postlotse.api("support");

        Answer refused =
                support.with("If-Match", "\"2\"").delete(ZONES + "/" + zone).expect(412);
        support.with("If-Match", "\"1\"").delete(ZONES + "/" + zone).expect(204);

        assertThat(refused.text("/code")).isEqualTo("stale-version");
        support.delete(ZONES + "/" + zone).expect(404);
    }

    @Test
    void demoZoneStaysAwayAfterARestartUntilItIsTakenOverAgain() throws Exception {
        String zone = "stiller-verein.example";
        ApiCaller admin = postlotse.api("admin");
        admin.delete(ZONES + "/" + zone).expect(204);
        try {
            demoZones.run(new DefaultApplicationArguments());
            postlotse.mx(zone).expect(404);
        } finally {
            admin.post(ZONES, "{\"zone\": \"%s\", \"customer\": \"10002\"}".formatted(zone));
        }
        postlotse.mx(zone).expect(200);
    }

    @Test
    void takesAZoneOverFromTheNameServerThatIsNamed() {
        String zone = postlotse.unmanagedZone();
        String entry = "{\"zone\": \"%s\", \"customer\": \"10001\", \"nameServer\": \"%s\"}";

        Answer unknown = postlotse
                .api("admin")
                .post(ZONES, entry.formatted(zone, "nirgends"))
                .expect(422);
        postlotse.api("admin").post(ZONES, entry.formatted(zone, "embedded")).expect(201);

        assertThat(unknown.text("/code")).isEqualTo("name-server-unknown");
    }
}
