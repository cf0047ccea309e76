package de.postlotse.zone.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a zone and the way back to an earlier state of it, whichever database it is. */
@OnBothStores
class RestoreTests {

    private static final String MAIL2 = "{\"target\": \"mail2.%s\", \"priority\": \"20\"}";
    private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"([A-Z_ ]*[.][^\"]+)\"");

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final ApiCaller api;
    private final Visitor customer;
    private final String zone;
    private final String path;

    RestoreTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.api = postlotse.api("kunde1");
        this.customer = postlotse.visitor("kunde1");
        this.zone = postlotse.newZone();
        this.path = "/api/v1/zones/" + zone;
    }

    @Test
    void allSetsOfAnEarlierVersionComeBackInOneChange() {
        threeVersionsOfTwoSets();

        Answer restored =
                restore("{\"version\": 3, \"reason\": \"war besser\"}").expect(200);

        assertThat(restored.text("/version")).isEqualTo("6");
        assertThat(restored.header("ETag")).isEqualTo("\"6\"");
        assertThat(servers(restored)).containsExactly("@ mail." + zone, "@ mail2." + zone, "shop s1." + zone);
        assertThat(restored.json().at("/harms")).isEmpty();
        assertThat(lines())
                .containsExactly(
                        "TAKEN_OVER null",
                        "RECORD_ADDED null",
                        "SET_REPLACED null",
                        "SET_REMOVED null",
                        "SET_REPLACED null",
                        "RESTORED war besser");
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone, "20 mail2." + zone);
        assertThat(postlotse.dig().mx("shop." + zone)).containsExactly("10 s1." + zone);
    }

    @Test
    void goingBackCanBeTakenBackItself() {
        threeVersionsOfTwoSets();
        List<String> latest = servers(postlotse.mx(zone));
        restore("{\"version\": 3}");

        Answer again = restore("{\"version\": 5}");

        assertThat(servers(again)).isEqualTo(latest);
        assertThat(again.text("/version")).isEqualTo("7");
    }

    @Test
    void theSameStateIsNoChange() {
        assertThat(restore("{\"version\": 1}").text("/version")).isEqualTo("1");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aVersionThatNeverWasIsNotFound() {
        assertThat(restore("{\"version\": 2}").status()).isEqualTo(404);
        assertThat(restore("{\"version\": 0}").status()).isEqualTo(404);
        assertThat(restore("{}").status()).isEqualTo(400);
        customer.get(page(9)).expect(404);
    }

    @Test
    void whatWouldBeWrongTodayComesBackAndIsNamed() {
        String gone = "ging.verloren-" + zone.replace('.', '-') + ".net";
        postlotse.dns().with(gone + ". A 192.175.48.9");
        put("@", gone);
        put("@", "mail." + zone);
        postlotse.dns().without(gone);

        Answer shown = customer.get(page(2));
        Answer restored = restore("{\"version\": 2}").expect(200);

        assertThat(shown.body()).contains(gone + " gibt es nicht", "Zurück können Sie trotzdem");
        assertThat(servers(restored)).containsExactly("@ " + gone);
    }

    @Test
    void whatCannotBeCheckedNowComesBackForWhoAgrees() {
        String silent = "still." + zone.replace('.', '-') + ".net";
        postlotse.dns().with(silent + ". A 192.175.48.9");
        put("@", silent);
        put("@", "mail." + zone);
        postlotse.dns().when(silent).silent();

        Answer asked = customer.post(page(2), Map.of("version", "3", "reason", "bitte zurück"))
                .expect(200);
        Answer saved =
                customer.post(page(2), Map.of("version", "3", "reason", "bitte zurück", "confirmed", confirmed(asked)));

        assertThat(asked.body()).contains("gerade nicht geprüft werden", "value=\"bitte zurück\"", silent);
        assertThat(customer.follow(saved).body()).contains("Gespeichert.");
        assertThat(postlotse.version(zone)).isEqualTo(4);
    }

    @Test
    void anImportedStateComesBackWhateverNewOnesHaveToBeLike() {
        String odd = postlotse.newOddZone();
        api.delete("/api/v1/zones/" + odd + "/mx/_mta").expect(204);
        api.delete("/api/v1/zones/" + odd + "/mx/@").expect(204);

        Answer shown = customer.get("/domains/" + odd + "/history/1/restore");
        Answer restored = api.post("/api/v1/zones/" + odd + "/restore", "{\"version\": 1}")
                .expect(200);

        assertThat(shown.body()).contains("192.0.2.1 ist eine IP-Adresse", "Eine TTL unter 60 Sekunden");
        assertThat(servers(restored)).contains("@ 192.0.2.1", "_mta mail." + odd, "_mta mail2." + odd);
    }

    @Test
    void thePageShowsBothStatesAndWhatWasChangedSince() {
        api.post(path + "/mx", MAIL2.formatted(zone));

        Answer page = customer.get(page(1));

        assertThat(page.body())
                .containsSubsequence(
                        ">mail." + zone + "<", "bleibt", ">mail2." + zone + "<", "Priorität\u00a020", "entfällt")
                .containsSubsequence("keine E-Mail mehr: mail2." + zone, "Was seither geändert wurde", "eingetragen")
                .containsPattern("noch bis etwa (\\d\\d:\\d\\d|\\d\\d.\\d\\d.\\d{4}, \\d\\d:\\d\\d) die bisherigen");
    }

    @Test
    void aZoneThatChangedSinceThePageWasShownIsShownAgain() {
        api.post(path + "/mx", MAIL2.formatted(zone));
        put("shop", "s1." + zone);

        Answer page =
                customer.post(page(1), Map.of("version", "2", "confirmed", "")).expect(409);

        assertThat(page.body()).contains("Ihre Eingabe ist noch da", "E-Mail an …\u2060@shop." + zone, "value=\"3\"");
        assertThat(api.send("POST", path + "/restore", "{\"version\": 1}").status())
                .isEqualTo(200);
    }

    @Test
    void thePageSavesWhatItHasShownWithTheReason() {
        put("@", "mail2." + zone);
        String codes = confirmed(customer.get(page(1)));

        Answer saved =
                customer.post(page(1), Map.of("version", "2", "confirmed", codes, "reason", " zurück\r\n damit "));

        assertThat(codes).startsWith("ALL_SERVERS_CHANGE.");
        assertThat(customer.follow(saved).body()).contains("Gespeichert.", "/history/2/restore", "Rückgängig machen");
        assertThat(customer.get("/domains/" + zone + "/history").body())
                .contains("Früheren Stand wiederhergestellt", "Grund: zurück damit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=2&confirmed=ALL_SERVERS_CHANGE", "version=2&confirmed=", "version=2"})
    void harmThatThePageHasNotNamedIsShownFirst(String fields) {
        put("@", "mail2." + zone);

        Answer page = customer.post(page(1), fields).expect(200);

        assertThat(page.body()).contains("Die Folgen sind andere");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void aReasonThatIsTooLongIsRefused() {
        Answer refused = restore("{\"version\": 1, \"reason\": \"%s\"}".formatted("x".repeat(301)))
                .expect(422);

        assertThat(refused.codes()).containsExactly("reason-too-long");
    }

    @Test
    void historyIsFilteredByOwnerKindPersonAndDay() {
        threeVersionsOfTwoSets();
        postlotse.api("support").post(path + "/mx", "{\"target\": \"s9.%s\"}".formatted(zone));

        assertThat(versions("owner=shop")).containsExactly("4", "3");
        assertThat(versions("owner=s_op")).isEmpty();
        assertThat(versions("owner=" + zone)).containsExactly("6", "5", "2", "1");
        assertThat(versions("kind=SET_REPLACED")).containsExactly("5", "3");
        assertThat(versions("person=staff")).containsExactly("6", "1");
        assertThat(versions("person=customer&owner=@")).containsExactly("5", "2");
        assertThat(versions("person=kunde1&before=4")).containsExactly("3", "2");
        assertThat(versions("to=2020-01-01")).isEmpty();
        assertThat(versions("from=2020-01-01")).hasSize(6);
        api.get(path + "/history?from=gestern").expect(400);
        assertThat(customer.get("/domains/" + zone + "/history?from=gestern").body())
                .contains("„Von“ ist kein Tag");
        assertThat(customer.get("/domains/" + zone + "/history?owner=shop&kind=SET_REMOVED")
                        .body())
                .contains("value=\"shop\"", "shop." + zone + ": <span class=\"host\">s1." + zone + "<")
                .doesNotContain(">mail." + zone + "<");
    }

    @Test
    void historyIsReadPageByPage() {
        for (int ttl = 1; ttl <= 100; ttl++) {
            line(ttl + 1, "x");
        }

        Answer first = api.get(path + "/history");
        Answer second = api.get(path + "/history?before=" + first.text("/next/before"));

        assertThat(first.texts("/lines", "version"))
                .hasSize(100)
                .startsWith("101")
                .endsWith("2");
        assertThat(second.texts("/lines", "version")).containsExactly("1");
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void historyIsTakenAwayAsAFileThatNoSpreadsheetRuns() {
        line(2, "=HYPERLINK(\"http://boese.example\"); sonst nichts");
        line(3, "ganz normal");

        Answer csv = customer.get("/domains/" + zone + "/history.csv?person=kunde1");

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).contains("attachment", zone);
        assertThat(csv.body().split("\r\n")).hasSize(3).satisfies(lines -> {
            assertThat(lines[0])
                    .isEqualTo("\uFEFFZeit;Version;Wer;Im Auftrag von;Art;Name;Vorher;Nachher;Grund;Freigegeben von");
            assertThat(lines[1]).startsWith("2026-01-01T00:00:00Z;3;kunde1;;").endsWith(";ganz normal;");
            assertThat(lines[2]).endsWith(";\"'=HYPERLINK(\"\"http://boese.example\"\"); sonst nichts\";");
        });
        customer.get("/domains/" + zone + "/history.csv?kind=NIE").expect(400);
    }

    private void threeVersionsOfTwoSets() {
        api.post(path + "/mx", MAIL2.formatted(zone));
        put("shop", "s1." + zone);
        api.delete(path + "/mx/shop");
        put("@", "mail." + zone);
    }

    private void put(String owner, String target) {
        Answer answer = api.put(
                path + "/mx/" + owner, "{\"records\": [{\"priority\": 10, \"target\": \"%s\"}]}".formatted(target));
        assertThat(answer.status()).as(answer::toString).isIn(200, 201);
    }

    private Answer restore(String body) {
        return api.post(path + "/restore", body);
    }

    private String page(long version) {
        return "/domains/" + zone + "/history/" + version + "/restore";
    }

    private static String confirmed(Answer page) {
        Matcher codes = CONFIRMED.matcher(page.body());
        assertThat(codes.find()).as(page::toString).isTrue();
        return codes.group(1);
    }

    /** A line of the history without the work of a change. */
    private void line(long version, String reason) {
        store.sql("""
                        insert into zone_change
                          (zone_id, version, changed_at, kind, actor, origin, sets_before, sets_after, reason)
                        select id, ?, timestamp with time zone '2026-01-01 00:00:00+00', 'RECORD_CHANGED', 'kunde1',
                          '127.0.0.1', '', '', ? from zone where name = ?""").params(version, reason, zone).update();
    }

    private List<String> versions(String filter) {
        return api.get(path + "/history?" + filter).texts("/lines", "version");
    }

    private List<String> lines() {
        return store.sql("""
                        select c.kind, c.reason from zone_change c join zone z on z.id = c.zone_id
                        where z.name = ? order by c.version""")
                .param(zone)
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    private static List<String> servers(Answer zone) {
        return zone.json()
                .at("/sets")
                .valueStream()
                .flatMap(set -> set.path("records")
                        .valueStream()
                        .map(record -> set.path("owner").asString() + " "
                                + record.path("target").asString()))
                .toList();
    }
}
