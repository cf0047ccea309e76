package de.postlotse.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.Answer;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main job: what is saved is what the name server answers, whatever happens in between. */
@OnBothStores
class PublishingTests {

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String zone;
    private final String path;

    PublishingTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.zone = postlotse.newZone();
        this.path = "/api/v1/zones/" + zone + "/mx";
    }

    @AfterEach
    void bringTheNameServerBack() {
        postlotse.startNameServer();
    }

    @Test
    void nameServerAnswersWithWhatWasSaved() {
        long before = postlotse.dig().serial(zone);

        add("kunde1", "mail2", 20);

        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() ->
                        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone, "20 mail2." + zone));
        Answer live = postlotse.awaitLive(zone);
        assertThat(live.json().at("/publication/serial").asLong())
                .isEqualTo(postlotse.dig().serial(zone))
                .isGreaterThan(before);
        assertThat(live.text("/publication/version")).isEqualTo("2");
        assertThat(live.text("/publication/liveSince")).isNotEmpty();
        assertThat(live.json().at("/publication/problem").isNull()).isTrue();
    }

    @Test
    void pageTurnsFromBeingPublishedToLive() {
        Visitor customer = postlotse.visitor("kunde1");
        postlotse.stopNameServer();
        Answer saved = customer.postAgreeing("/domains/" + zone + "/mx/no-mail", Map.of("owner", zone, "version", "1"));

        assertThat(customer.follow(saved).body()).contains("Gespeichert").doesNotContain("Aktiv seit");
        postlotse.startNameServer();
        postlotse.awaitLive(zone);

        assertThat(customer.get("/domains/" + zone).body())
                .contains("Aktiv seit heute")
                .doesNotContain("Serial");
        assertThat(postlotse.visitor("support").get("/domains/" + zone).body())
                .contains("Serial " + postlotse.dig().serial(zone));
        assertThat(customer.get("/domains/" + zone + "/publication?mark=1-1-0-5")
                        .body())
                .contains("Aktiv seit");
        assertThat(postlotse.dig().mx(zone)).containsExactly("0 .");
    }

    @Test
    void historyNamesWhoActedAndForWhom() {
        add("kunde1", "mail2", 20);
        add("support", "s1", 30);

        assertThat(history("kunde1"))
                .containsSubsequence("support im Auftrag von Kunde 10001", "kunde1", "admin")
                .doesNotContain("127.0.0.1");
        assertThat(history("admin")).contains("127.0.0.1");
        assertThat(store.sql("""
                        select c.version, c.actor, c.on_behalf_of from zone_change c join zone z on z.id = c.zone_id
                        where z.name = ? order by c.version""")
                        .param(zone)
                        .query((row, number) -> row.getLong(1) + " " + row.getString(2) + " for " + row.getString(3))
                        .list())
                .containsExactly("1 admin for 10001", "2 kunde1 for null", "3 support for 10001");
    }

    @Test
    void takeOverKeepsWhatIsServed() {
        long serial = postlotse.dig().serial(zone);

        assertThat(postlotse.mx(zone).texts("/sets/0/records", "target")).containsExactly("mail." + zone);
        assertThat(postlotse.mx(zone).json().at("/publication/live").asBoolean())
                .isTrue();
        assertThat(postlotse.mx(zone).json().at("/publication/serial").asLong()).isEqualTo(serial);
        add("kunde1", "mail2", 20);
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone, "20 mail2." + zone);
    }

    @Test
    void zoneCanBeTakenOverOnce() {
        String again = "{\"zone\": \"%s\", \"customer\": \"10002\"}".formatted(zone);
        String unknown = "{\"zone\": \"nirgends.example\", \"customer\": \"10002\"}";

        postlotse.api("support").post("/api/v1/zones", again).expect(409);
        postlotse.api("support").post("/api/v1/zones", unknown).expect(422);
        assertThat(postlotse.mx(zone).text("/customer")).isEqualTo("10001");
    }

    @Test
    void savingDoesNotWaitForTheNameServerAndNothingIsLost() {
        postlotse.stopNameServer();

        postlotse.api("kunde1").put(path + "/@", "{\"records\": [{\"priority\": 0, \"target\": \".\"}]}");
        postlotse.api("kunde1").delete(path + "/@").expect(204);

        await().atMost(RunningPostlotse.SOON)
                .until(() -> postlotse.mx(zone).text("/publication/problem").equals("unreachable"));
        assertThat(postlotse.mx(zone).json().at("/publication/live").asBoolean())
                .isFalse();
        assertThat(postlotse.mx(zone).text("/mailState")).isEqualTo("NOT_PUBLISHED");
        postlotse.startNameServer();
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).isEmpty();
        assertThat(postlotse.mx(zone).json().at("/publication/problem").isNull())
                .isTrue();
    }

    @Test
    void supportSeesWhatIsNotPublishedAndTriesAgainAtOnce() {
        postlotse.stopNameServer();
        postlotse.api("kunde1").put(path + "/@", "{\"records\": [{\"priority\": 0, \"target\": \".\"}]}");
        await().atMost(RunningPostlotse.SOON)
                .until(() -> postlotse.mx(zone).text("/mailState").equals("NOT_PUBLISHED"));
        Visitor support = postlotse.visitor("support");
        assertThat(support.get("/support/zones?health=BROKEN").body()).contains(zone);
        assertThat(support.get("/domains/" + zone).body())
                .contains("Der Nameserver antwortet nicht.", "Jetzt noch einmal veröffentlichen");

        postlotse.startNameServer();
        support.post("/support/zones/" + zone + "/publish", Map.of()).expect(302);
        postlotse.awaitLive(zone);
        assertThat(support.get("/domains/" + zone).body()).doesNotContain("Jetzt noch einmal veröffentlichen");
    }

    @Test
    void noOrderIsLeftOnceEverythingIsLive() {
        List.of(1, 2, 3, 4, 5).forEach(number -> add("kunde1", "s" + number, 10 + number));

        postlotse.awaitLive(zone);

        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(
                                store.sql("""
                                select count(*) from publish_order
                                where zone_id = (select id from zone where name = ?)""").param(zone).query(Integer.class).single())
                        .isZero());
        assertThat(postlotse.dig().mx(zone)).hasSize(6);
    }

    private void add(String username, String host, int priority) {
        postlotse
                .api(username)
                .post(path, "{\"target\": \"%s.%s\", \"priority\": %d}".formatted(host, zone, priority))
                .expect(201);
    }

    private String history(String username) {
        return postlotse
                .visitor(username)
                .get("/domains/" + zone + "/history")
                .body()
                .replaceAll("<[^>]*>", " ");
    }
}
