package de.postlotse.desk.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff have lists of zones taken over, by page. */
@WholeApplication
class TakeOverTests {

    private static final String PAGE = "/support/take-over";

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final Visitor support;

    TakeOverTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.support = postlotse.visitor("support");
    }

    @Test
    void takesAListOverAndShowsWhatBecameOfIt() {
        String first = postlotse.unmanagedZone();
        String second = postlotse.unmanagedZone();
        String managed = postlotse.newZone("10002");
        long serial = postlotse.dig().serial(first);

        Answer added = support.post(
                PAGE,
                Map.of("text", "%s;10001\n%s\t10002\n%s,10001\nfehlt.example;1".formatted(first, second, managed)));
        String page = done(added).body();

        assertThat(page)
                .contains("4 von 4 Domains bearbeitet", "fehlt.example", "Kein gefragter Nameserver kennt diese Domain")
                .contains("Nicht übernommene noch einmal versuchen")
                .doesNotContain("http-equiv=\"refresh\"", "hx-get");
        assertThat(postlotse.mx(first).text("/customer")).isEqualTo("10001");
        assertThat(postlotse.mx(second).text("/customer")).isEqualTo("10002");
        assertThat(postlotse.mx(managed).text("/customer")).isEqualTo("10002");
        assertThat(postlotse.dig().serial(first)).isEqualTo(serial);
        assertThat(support.get(PAGE).body()).contains(added.header("Location").replaceAll(".*(?=/support)", ""));
    }

    @Test
    void readsAFileOfASpreadsheetInEitherEncoding() {
        for (Charset encoding : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
            byte[] file = "müller-fehlt.example;10001\r\n".getBytes(encoding);

            Answer added = support.postFile(PAGE, Map.of("nameServer", "embedded"), "file", file);

            assertThat(done(added).body()).contains("müller-fehlt.example");
        }
    }

    @Test
    void keepsTheTextOfAListWithAWrongLine() {
        String zone = postlotse.unmanagedZone();
        long before = lists();
        String typed = zone + ";10001\nkun_de.example;10001";

        Answer refused = support.postFile(
                        PAGE,
                        Map.of("text", typed, "nameServer", "embedded"),
                        "file",
                        (zone + ";10001").getBytes(StandardCharsets.UTF_8))
                .expect(422);

        assertThat(refused.body())
                .contains(typed)
                .contains("Es wurde nichts übernommen.", "2 Zeilen können nicht gelesen werden")
                .contains("Zeile 2:", "Ein Unterstrich (_) darf in einer Domain nicht vorkommen")
                .contains("Zeile 1 der Datei:", "Dieselbe Domain steht schon hier: Zeile 1:")
                .contains("Bitte wählen Sie auch die Datei noch einmal aus.")
                .containsPattern("<option value=\"embedded\" selected");
        assertThat(lists()).isEqualTo(before);
        postlotse.mx(zone).expect(404);
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(support.post(PAGE, Map.of("text", "# nichts")).body()).contains("In der Liste steht keine Domain.");
        assertThat(support.post(PAGE, Map.of("text", "kunde.de;1", "nameServer", "ns9"))
                        .body())
                .contains("Einen Nameserver „ns9“ gibt es hier nicht.", "kunde.de;1");
        assertThat(support.post(PAGE, Map.of("text", "<script>;1")).body())
                .contains("&lt;script&gt;;1")
                .doesNotContain("<script>;1");
        support.get(PAGE + "/0").expect(404);
        assertThat(support.get(PAGE + "/keine").status()).isIn(400, 404);
    }

    @Test
    void takesAFileOfTenMegabytesAndRefusesALargerOne() {
        byte[] large = "# Kommentar\n".repeat(800_000).getBytes(StandardCharsets.UTF_8);
        byte[] tooLarge = "# Kommentar\n".repeat(900_000).getBytes(StandardCharsets.UTF_8);
        byte[] farTooLarge = "# Kommentar\n".repeat(2_200_000).getBytes(StandardCharsets.UTF_8);

        assertThat(support.postFile(PAGE, Map.of(), "file", large).body()).contains("In der Liste steht keine Domain.");
        assertThat(support.postFile(PAGE, Map.of("text", "kunde.de;1"), "file", tooLarge)
                        .body())
                .contains("Die Datei ist größer als 10 MB.", "kunde.de;1");
        support.postFile(PAGE, Map.of(), "file", farTooLarge).expect(413);
    }

    /** Neither the list nor its order is touched by the scheduler: the test says in which state it is. */
    @Test
    void looksAgainByItselfOnlyWhileTheListRuns() {
        long id = listInStore("RUNNING", "ns7");

        String running = support.get(PAGE + "/" + id).body();
        store.sql("update take_over_list set state = 'PAUSED' where id = ?")
                .param(id)
                .update();
        String paused = support.get(PAGE + "/" + id).body();

        assertThat(running)
                .contains("<meta http-equiv=\"refresh\" content=\"2\">", "every 2s", "Wartet auf den Nameserver ns7")
                .contains("Anhalten", "<progress");
        assertThat(paused)
                .contains("angehalten", "Fortsetzen")
                .doesNotContain("http-equiv=\"refresh\"", "every 2s", "Wartet auf", "Anhalten");
    }

    @Test
    void pausesAListAndGoesOn() {
        long id = listInStore("RUNNING", null);

        support.post(PAGE + "/" + id + "/pause", Map.of());
        assertThat(support.get(PAGE + "/" + id).body()).contains("angehalten");

        support.post(PAGE + "/" + id + "/go-on", Map.of());
        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(
                        () -> assertThat(support.get(PAGE + "/" + id).body()).contains("fertig"));
    }

    @Test
    void showsFailedZonesPageByPage() {
        String text = IntStream.rangeClosed(1, 205)
                .mapToObj(number -> "fehlt-" + number + ".example;1")
                .collect(Collectors.joining("\n"));
        Answer added = support.post(PAGE, Map.of("text", text));

        String first = done(added).body();
        String second = support.get(added.header("Location").replaceAll(".*(?=/support)", "") + "?after=200")
                .body();

        assertThat(first).contains("fehlt-200.example", "after=200").doesNotContain("fehlt-201.example");
        assertThat(second).contains("fehlt-201.example", "fehlt-205.example").doesNotContain("fehlt-200.example");
    }

    private Answer done(Answer added) {
        assertThat(added.status()).as(added::toString).isEqualTo(302);
        return await().atMost(RunningPostlotse.SOON)
                .until(() -> support.follow(added), page -> page.body().contains("data-state=\"DONE\""));
    }

    private long listInStore(String state, @Nullable String waitsFor) {
        store.sql("""
                        insert into take_over_list
                            (created_by, origin, created_at, zones, state, waits_for, failures, next_attempt_at)
                        values ('support', '127.0.0.1', current_timestamp, 1, ?, ?, 1, current_timestamp)""").param(state).param(waitsFor).update();
        long id = store.sql("select max(id) from take_over_list")
                .query(Long.class)
                .single();
        store.sql("""
                        insert into take_over_item (list_id, place, zone, customer, status, tries)
                        values (?, 1, 'fehlt.example', '1', 'WAITING', 0)""").param(id).update();
        return id;
    }

    private long lists() {
        return store.sql("select count(*) from take_over_list")
                .query(Long.class)
                .single();
    }
}
