package de.postlotse.desk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has changed lately across all zones, and what customers are told of it, whichever database it is. */
@OnBothStores
class ChangesTests {

    private static final String SERVER = "{\"records\": [{\"priority\": \"%d\", \"target\": \"mail.%s\"}]}";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String zone;

    ChangesTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.zone = postlotse.newZone();
    }

    @Test
    void thePageShowsWhoChangedWhatOnWhoseBehalfAndWhy() {
        change("kunde1", 30);
        restoreBecause("Kunde hat angerufen");

        String page = postlotse
                .visitor("support")
                .get("/support/changes?exactly=yes&domain=" + zone)
                .body();

        assertThat(page)
                .contains(
                        "im Auftrag von Kunde 10001",
                        "Früheren Stand wiederhergestellt",
                        "Grund: Kunde hat angerufen",
                        ">mail." + zone + "<",
                        "Priorität\u00a030, 1\u00a0Stunde (TTL)",
                        "href=\"/support/review/" + zone + "\"");
        assertThat(page.indexOf("Kunde hat angerufen")).isLessThan(page.indexOf("Alle Mailserver ersetzt</strong>"));
    }

    @Test
    void theFilterLeavesOnlyWhatIsAskedFor() {
        change("kunde1", 30);
        restoreBecause("so");
        String part = zone.substring(0, zone.indexOf('.') + 2);
        LocalDate today = LocalDate.now(BERLIN);

        assertThat(kinds("")).containsExactly("RESTORED", "SET_REPLACED", "TAKEN_OVER");
        assertThat(kinds("&kind=SET_REPLACED")).containsExactly("SET_REPLACED");
        assertThat(kinds("&who=customer")).containsExactly("SET_REPLACED");
        assertThat(kinds("&who=staff")).containsExactly("RESTORED", "TAKEN_OVER");
        assertThat(kinds("&user=kunde1")).containsExactly("SET_REPLACED");
        assertThat(kinds("&customer=10001&period=HOUR")).hasSize(3);
        assertThat(kinds("&customer=1000")).isEmpty();
        assertThat(kinds("&from=" + today.minusDays(1) + "&to=" + today)).hasSize(3);
        assertThat(kinds("&to=" + today.minusDays(1))).isEmpty();
        assertThat(changes("domain=" + part).texts("/changes", "zone")).contains(zone);
        assertThat(changes("exactly=yes&domain=" + part).texts("/changes", "zone"))
                .isEmpty();
        assertThat(changes("domain=%25&customer=10001").texts("/changes", "zone"))
                .as("a percent sign is one")
                .isEmpty();
    }

    @Test
    void whatIsOlderThanThePeriodIsLeftOut() {
        add(2, Instant.now().minus(Duration.ofHours(5)), "alt");
        add(3, Instant.now().minus(Duration.ofHours(30)), "älter");

        assertThat(kinds("&period=HOUR")).containsExactly("TAKEN_OVER");
        assertThat(kinds("&period=SIX_HOURS")).hasSize(2);
        assertThat(kinds("&period=DAY")).hasSize(2);
        assertThat(kinds("&period=WEEK")).hasSize(3);
        assertThat(kinds("")).hasSize(2);
    }

    @Test
    void pagesFollowEachOtherWithoutAGapEvenWithinOneMoment() {
        Instant moment = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
        for (int version = 2; version <= 250; version++) {
            add(version, moment, "viel");
        }
        List<String> versions = new ArrayList<>();
        String before = "";
        do {
            Answer page = changes("exactly=yes&kind=SET_REPLACED&domain=" + zone + before);
            versions.addAll(page.texts("/changes", "version"));
            before = page.json().at("/next").isNull() ? "" : "&before=" + page.text("/next/before");
        } while (!before.isEmpty());

        assertThat(versions)
                .hasSize(249)
                .doesNotHaveDuplicates()
                .startsWith("250")
                .endsWith("2");
        String page = postlotse
                .visitor("support")
                .get("/support/changes?domain=" + zone)
                .body();
        assertThat(page.split("<tr>", -1)).hasSize(1 + 1 + 50);
        assertThat(page).contains("Ältere Änderungen");
    }

    @Test
    void theFileHasAllOfThemAndNoFormula() {
        for (int version = 2; version <= 600; version++) {
            add(version, Instant.now(), "=1+1");
        }

        Answer file = postlotse.visitor("support").get("/support/changes.csv?exactly=yes&domain=" + zone);

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("changes.csv");
        assertThat(file.body()).startsWith("\uFEFFZeit;Domain;Kunde;");
        assertThat(file.body().lines())
                .hasSize(601)
                .filteredOn(line -> line.endsWith(";=1+1"))
                .isEmpty();
        assertThat(file.body().lines().filter(line -> line.contains("\"'=1+1\"")))
                .hasSize(599);
    }

    @Test
    void whatCannotBeReadIsNamedAndStaysInTheForm() {
        Visitor support = postlotse.visitor("support");

        Answer page = support.get("/support/changes?from=gestern&domain=%22%3E%3Cscript%3E")
                .expect(400);
        assertThat(page.body())
                .contains("„Von“ ist kein Tag", "value=\"gestern\"", "value=\"&quot;&gt;&lt;script&gt;\"");
        for (String wrong : List.of("period=EWIG", "kind=X", "from=2026-13-01", "to=99999-01-01", "before=x")) {
            assertThat(changes(wrong).status()).as(wrong).isEqualTo(400);
        }
        support.get("/support/changes.csv?kind=X").expect(400);
        changes("domain=%00%27&user=%00&customer=%27").expect(200);
    }

    @Test
    void theCustomerIsToldWhatStaffChangeAndNotWhatTheyChangeThemselves() {
        Visitor customer = postlotse.visitor("kunde1");
        change("kunde1", 30);
        assertThat(customer.get("/domains/" + zone).body()).doesNotContain("Unser Support hat");

        change("support", 40);

        assertThat(customer.get("/domains").body()).contains("Neues von unserem Support");
        String page = customer.get("/domains/" + zone).body();
        assertThat(page)
                .contains(
                        "Unser Support hat Ihre Domain",
                        ">mail." + zone + "<",
                        "Priorität\u00a040, 1\u00a0Stunde (TTL)");
        assertThat(postlotse.visitor("support").get("/domains/" + zone).body()).doesNotContain("Unser Support hat");
        assertThat(postlotse.visitor("kunde2").get("/domains/notices").body()).doesNotContain(zone);
        String id = page.replaceAll("(?s).*name=\"id\" value=\"(\\d+)\".*", "$1");
        assertThat(customer.post("/domains/notices/read", Map.of("id", id, "zone", zone))
                        .header("Location"))
                .endsWith("/domains/" + zone);
        assertThat(customer.get("/domains/" + zone).body()).doesNotContain("Unser Support hat");
        assertThat(customer.get("/domains/notices").body()).contains(zone);
    }

    private void change(String username, int priority) {
        postlotse
                .api(username)
                .put("/api/v1/zones/" + zone + "/mx/@", SERVER.formatted(priority, zone))
                .expect(200);
    }

    private void restoreBecause(String reason) {
        postlotse
                .api("support")
                .post("/api/v1/zones/" + zone + "/restore", "{\"version\": 1, \"reason\": \"" + reason + "\"}")
                .expect(200);
    }

    private void add(int version, Instant at, String reason) {
        store.sql("""
                        insert into zone_change (zone_id, version, changed_at, kind, actor, origin, sets_before,
                            sets_after, reason)
                        select id, ?, ?, 'SET_REPLACED', 'kunde1', '127.0.0.1', '', '', ? from zone where name = ?""")
                .params(version, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), reason, zone)
                .update();
    }

    private List<String> kinds(String filter) {
        return changes("exactly=yes&domain=" + zone + filter).texts("/changes", "kind");
    }

    private Answer changes(String query) {
        return postlotse.api("support").get("/api/v1/changes?" + query);
    }
}
