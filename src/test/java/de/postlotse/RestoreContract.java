package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a zone and the way back to an earlier state of it, whichever database it is. */
abstract class RestoreContract {

    private static final String MAIL2 = "{\"target\": \"mail2.%s\", \"priority\": \"20\"}";
    private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"([A-Z_ ]*)\"");

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final ApiCaller api;
    private final Visitor customer;
    private final String zone;
    private final String path;

    RestoreContract(RunningPostlotse postlotse, JdbcClient store) {
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

        Answer restored = restore("{\"version\": 3, \"reason\": \"war besser\"}");

        assertThat(restored.status()).as(restored::toString).isEqualTo(200);
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
        assertThat(customer.get(page(9)).status()).isEqualTo(404);
    }

    @Test
    void whatWouldBeWrongTodayIsRefusedAndNamed() {
        String gone = "ging.verloren-" + zone.replace('.', '-') + ".net";
        postlotse.dns().with(gone + ". A 192.175.48.9");
        put("@", gone);
        put("@", "mail." + zone);
        postlotse.dns().without(gone);

        Answer refused = restore("{\"version\": 2}");
        Answer shown = customer.get(page(2));
        Answer page = customer.post(page(2), Map.of("version", "3"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).contains("target-does-not-exist");
        assertThat(shown.body()).contains(gone, "lässt sich so nicht wiederherstellen");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(gone);
        assertThat(postlotse.version(zone)).isEqualTo(3);
    }

    @Test
    void whatCannotBeCheckedNowIsKeptOnThePage() {
        String silent = "still." + zone.replace('.', '-') + ".net";
        postlotse.dns().with(silent + ". A 192.175.48.9");
        put("@", silent);
        put("@", "mail." + zone);
        postlotse.dns().when(silent).silent();

        Answer page = customer.post(page(2), Map.of("version", "3", "reason", "bitte zurück"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.body()).contains("gerade nicht geprüft werden", "value=\"bitte zurück\"", silent);
        assertThat(restore("{\"version\": 2}").status()).isEqualTo(503);
        assertThat(postlotse.version(zone)).isEqualTo(3);
    }

    @Test
    void thePageShowsBothStatesAndWhatWasChangedSince() {
        api.post(path + "/mx", MAIL2.formatted(zone));

        Answer page = customer.get(page(1));

        assertThat(page.body())
                .containsSubsequence("bisher", "20  mail2." + zone, "neu", "10  mail." + zone)
                .containsSubsequence("keine E-Mail mehr: mail2." + zone, "Was seither geändert wurde", "eingetragen")
                .containsPattern("noch bis etwa (\\d\\d:\\d\\d|\\d\\d.\\d\\d.\\d{4}, \\d\\d:\\d\\d) die bisherigen");
    }

    @Test
    void aZoneThatChangedSinceThePageWasShownIsShownAgain() {
        api.post(path + "/mx", MAIL2.formatted(zone));
        put("shop", "s1." + zone);

        Answer page = customer.post(page(1), Map.of("version", "2", "confirmed", ""));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Inzwischen hat jemand anderes", "E-Mail an …@shop." + zone, "value=\"3\"");
        assertThat(api.send("POST", path + "/restore", "{\"version\": 1}").status())
                .isEqualTo(200);
    }

    @Test
    void thePageSavesWhatItHasShownWithTheReason() {
        put("@", "mail2." + zone);
        String codes = confirmed(customer.get(page(1)));

        Answer saved =
                customer.post(page(1), Map.of("version", "2", "confirmed", codes, "reason", " zurück\r\n damit "));

        assertThat(codes).isEqualTo("ALL_SERVERS_CHANGE");
        assertThat(customer.follow(saved).body()).contains("Gespeichert.", "/history/2/restore", "Rückgängig machen");
        assertThat(customer.get("/domains/" + zone + "/history").body())
                .contains("Früheren Stand wiederhergestellt", "Grund: zurück damit");
    }

    @Test
    void harmThatThePageHasNotNamedIsShownFirst() {
        put("@", "mail2." + zone);

        Answer page = customer.post(page(1), Map.of("version", "2", "confirmed", "MAIL_STOPS"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Die Folgen sind andere");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void aReasonThatIsTooLongIsRefused() {
        Answer refused = restore("{\"version\": 1, \"reason\": \"%s\"}".formatted("x".repeat(301)));

        assertThat(refused.status()).isEqualTo(422);
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
        assertThat(api.get(path + "/history?from=gestern").status()).isEqualTo(400);
        assertThat(customer.get("/domains/" + zone + "/history?from=gestern").body())
                .contains("„Von“ ist kein Tag");
        assertThat(customer.get("/domains/" + zone + "/history?owner=shop&kind=SET_REMOVED")
                        .body())
                .contains("value=\"shop\"", "10  s1." + zone)
                .doesNotContain("10  mail." + zone);
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
        assertThat(customer.get("/domains/" + zone + "/history.csv?kind=NIE").status())
                .isEqualTo(400);
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
