package de.postlotse.planned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.store.StoredTime;
import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maintenance and moves: what happens to a zone later by itself, whichever database it is. */
@OnBothStores
class PlannedTests {

    private static final Duration SEVERAL_ROUNDS = Duration.ofMinutes(2);

    private final RunningPostlotse postlotse;
    private final PlannedSteps planned;
    private final JdbcClient store;
    private final ApiCaller api;
    private final Visitor customer;
    private final String zone;
    private final String path;

    PlannedTests(RunningPostlotse postlotse, PlannedSteps planned, JdbcClient store) {
        this.planned = planned;
        this.postlotse = postlotse;
        this.store = store;
        this.api = postlotse.api("kunde1");
        this.customer = postlotse.visitor("kunde1");
        this.zone = postlotse.newZone();
        this.path = "/api/v1/zones/" + zone;
    }

    @Test
    void aServerThatIsTakenOutStaysOnThePageAndComesBackWithOneClick() {
        addMail2();

        customer.post("/domains/" + zone + "/maintenance", Map.of("owner", zone, "target", "mail2." + zone))
                .expect(302);

        awaitServed("10 mail." + zone);
        Answer page = customer.get("/domains/" + zone);
        assertThat(page.body()).contains("<strong>mail2." + zone + "<", "in Wartung seit", "herausgenommen von kunde1");

        customer.post("/domains/" + zone + "/maintenance/back", Map.of("id", id("PUT_BACK")))
                .expect(302);
        awaitServed("10 mail." + zone, "20 mail2." + zone);
        assertThat(customer.get("/domains/" + zone).body()).doesNotContain("in Wartung seit");
        assertThat(kinds()).endsWith("SERVER_TAKEN_OUT", "SERVER_PUT_BACK");
    }

    @Test
    void theOnlyServerIsNotTakenOut() {
        Answer refused = customer.post(
                        "/domains/" + zone + "/maintenance", Map.of("owner", zone, "target", "mail." + zone))
                .expect(422);

        assertThat(refused.body()).contains("ist der einzige Mailserver");
        assertThat(steps()).isEmpty();
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void aServerIsNotTakenOutWhereNobodyKnowsWhetherAnotherOneCanBeUsed() {
        String other = "stumm." + zone.replace(".example", ".net");
        postlotse.dns().with(other + " A 192.175.48.7");
        add(other, "20");
        postlotse.dns().when(other).servfail();

        Answer refused =
                api.post(path + "/mx/@/mail." + zone + "/maintenance", "{}").expect(422);

        assertThat(refused.body()).contains("nicht zu prüfen");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void aWindowOpensAndClosesByItself() {
        addMail2();
        Instant now = Instant.now();
        api.post(
                        path + "/mx/@/mail2." + zone + "/maintenance",
                        "{\"from\": \"%s\", \"until\": \"%s\"}"
                                .formatted(now.plus(1, ChronoUnit.HOURS), now.plus(2, ChronoUnit.HOURS)))
                .expect(200);
        assertThat(states()).containsExactly("TAKE_OUT WAITING", "PUT_BACK WAITING");

        letPass("TAKE_OUT");
        awaitServed("10 mail." + zone);
        letPass("PUT_BACK");
        awaitServed("10 mail." + zone, "20 mail2." + zone);
        await().untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("TAKE_OUT DONE", "PUT_BACK DONE"));
    }

    @Test
    void aMoveShortensTheTtlSwitchesAndLengthensItAgain() {
        move("600").expect(200);
        assertThat(ttlAndServers()).isEqualTo("300 mail." + zone);

        letPass("SWITCH");
        await().atMost(SEVERAL_ROUNDS)
                .untilAsserted(() -> assertThat(ttlAndServers()).isEqualTo("300 mail2." + zone));
        letPass("CHANGE_TTL");
        await().atMost(SEVERAL_ROUNDS)
                .untilAsserted(() -> assertThat(ttlAndServers()).isEqualTo("600 mail2." + zone));
        assertThat(kinds()).endsWith("TTL_CHANGED", "SERVERS_SWITCHED", "TTL_CHANGED");
    }

    @Test
    void aPlannedSwitchSaysWhatItReplacesAndTheTabHowMuchWaits() {
        move("600");

        assertThat(customer.get("/domains/" + zone + "/planned").body())
                .containsSubsequence("is-gone", ">mail." + zone + "<", "is-new", ">mail2." + zone + "<")
                .contains("<span class=\"count\">2</span>");
    }

    @Test
    void whatSomebodyHasChangedMeanwhileIsReportedAndNotOverwritten() {
        move("3600");
        add("s1." + zone, "20");

        letPass("SWITCH");

        await().atMost(SEVERAL_ROUNDS)
                .untilAsserted(() -> assertThat(states()).contains("SWITCH REPORTED", "CHANGE_TTL CANCELLED"));
        assertThat(customer.get("/domains/" + zone).body()).contains("Eine geplante Änderung wurde nicht gemacht.");
        assertThat(customer.get("/domains/" + zone + "/planned").body())
                .contains("Jemand hat die Mailserver inzwischen geändert");
        assertThat(api.get(path).body()).contains("s1." + zone).doesNotContain("mail2." + zone);
    }

    @Test
    void aServerThatHasVanishedUntilThenIsReportedAndNotPutIntoTheZone() {
        String vanishing = "weg." + zone.replace(".example", ".net");
        postlotse.dns().with(vanishing + " A 192.175.48.7");
        api.post(
                        path + "/planned",
                        "{\"owners\": [\"@\"], \"at\": \"%s\", \"records\": [{\"priority\": \"10\", \"target\": \"%s\"}]}"
                                .formatted(Instant.now().plus(2, ChronoUnit.HOURS), vanishing))
                .expect(200);
        postlotse.dns().when(vanishing).nxdomain();

        letPass("SWITCH");

        await().atMost(SEVERAL_ROUNDS).untilAsserted(() -> assertThat(states()).contains("SWITCH REPORTED"));
        assertThat(api.get(path).body()).doesNotContain(vanishing);
    }

    @Test
    void aSwitchHasToLeaveTimeForTheOldTtl() {
        Answer refused = api.post(
                        path + "/planned",
                        "{\"owners\": [\"@\"], \"at\": \"%s\", \"records\": [{\"priority\": \"10\", \"target\": \"mail2.%s\"}]}"
                                .formatted(Instant.now().plus(10, ChronoUnit.MINUTES), zone))
                .expect(422);

        assertThat(refused.text("/code")).isEqualTo("wrong-time");
        assertThat(steps()).isEmpty();
    }

    @Test
    void whatIsCancelledDoesNotHappenAndWhatWaitsForItNeither() {
        move("3600");

        customer.post("/domains/" + zone + "/planned/cancel", Map.of("id", id("SWITCH")));

        assertThat(states())
                .containsExactlyInAnyOrder(
                        "CHANGE_TTL DONE", "SWITCH CANCELLED", "CHANGE_TTL CANCELLED", "CHANGE_TTL DONE");
        assertThat(ttlAndServers()).isEqualTo("3600 mail." + zone);
    }

    @Test
    void whatHinderedTheOldTtlIsToldAndTriedAgain() {
        move("3600");
        store.sql(
                        "update planned_step set state = 'REPORTED', outcome = 'DRIFTED' where kind = 'CHANGE_TTL' and state = 'DONE'"
                                + " and zone_id = (select id from zone where name = ?)")
                .param(zone)
                .update();
        String id = steps().stream()
                .filter(step -> step.at("/state").asString().equals("REPORTED"))
                .map(step -> step.at("/id").asString())
                .findFirst()
                .orElseThrow();

        Answer list = customer.get("/domains/" + zone + "/planned");
        customer.post("/domains/" + zone + "/planned/again", Map.of("id", id));

        assertThat(list.body()).contains("Am Nameserver stehen andere Einträge", "Noch einmal versuchen");
        assertThat(states()).contains("CHANGE_TTL DONE").doesNotContain("CHANGE_TTL REPORTED");
    }

    @Test
    void aServerThatIsOutIsNotForgottenWhereItsReturnIsCancelled() {
        addMail2();
        api.post(
                path + "/mx/@/mail2." + zone + "/maintenance",
                "{\"until\": \"%s\"}".formatted(Instant.now().plus(1, ChronoUnit.HOURS)));

        customer.post("/domains/" + zone + "/planned/cancel", Map.of("id", id("PUT_BACK")));

        assertThat(customer.get("/domains/" + zone).body())
                .contains("in Wartung seit", "Wieder aufnehmen")
                .doesNotContain("von selbst zurück");
    }

    @Test
    void aFormWithoutARightTimeKeepsTheServers() {
        Answer refused = customer.post(
                        "/domains/" + zone + "/planned",
                        "owner=" + zone + "&priority=10&target=mail2." + zone + "&ttl=&at=gestern&from=")
                .expect(422);

        assertThat(refused.body())
                .contains("Bitte wählen Sie eine Zeit", "value=\"mail2." + zone + "\"", "value=\"gestern\"");
    }

    @Test
    void whoeverPlansAMoveThatDoesHarmIsAskedFirst() {
        String at = LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                .plusHours(3)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        String wish = "owner=" + zone + "&priority=10&target=mail2." + zone + "&ttl=&at=" + at + "&from=";

        Answer question = customer.post("/domains/" + zone + "/planned", wish);

        assertThat(question.status()).as(question::toString).isEqualTo(200);
        assertThat(question.body()).contains("value=\"ALL_SERVERS_CHANGE.", "value=\"" + at + "\"", "id=\"harms\"");
        assertThat(states()).isEmpty();
        assertThat(customer.postAgreeing(
                                "/domains/" + zone + "/planned",
                                Map.of("owner", zone, "priority", "10", "target", "mail2." + zone, "at", at))
                        .status())
                .isEqualTo(302);
        assertThat(states()).contains("SWITCH WAITING");
    }

    @Test
    void whoeverPutsAForeignServerBackBesideOursIsAskedFirst() {
        api.send(
                "PUT",
                path + "/mx/@",
                "{\"records\": [{\"priority\": 10, \"target\": \"mx1.hoster.example\"}, {\"priority\": 20, \"target\": \"mail2.%s\"}]}"
                        .formatted(zone));
        customer.post("/domains/" + zone + "/maintenance", Map.of("owner", zone, "target", "mail2." + zone));
        String back = "/domains/" + zone + "/maintenance/back";

        Answer question = customer.post(back, Map.of("id", id("PUT_BACK")));

        assertThat(question.body()).contains("value=\"MAIL_LEAVES_OUR_SERVERS.", "value=\"" + id("PUT_BACK") + "\"");
        assertThat(kinds()).endsWith("SERVER_TAKEN_OUT");
        assertThat(customer.postAgreeing(back, Map.of("id", id("PUT_BACK"))).status())
                .isEqualTo(302);
        assertThat(kinds()).endsWith("SERVER_PUT_BACK");
    }

    private Answer move(String ttl) {
        return api.post(
                path + "/planned",
                "{\"owners\": [\"@\"], \"ttl\": \"%s\", \"at\": \"%s\", \"records\": [{\"priority\": \"10\", \"target\": \"mail2.%s\"}]}"
                        .formatted(ttl, Instant.now().plus(2, ChronoUnit.HOURS), zone));
    }

    private void addMail2() {
        add("mail2." + zone, "20");
        awaitServed("10 mail." + zone, "20 mail2." + zone);
    }

    private void add(String target, String priority) {
        api.post(path + "/mx", "{\"target\": \"%s\", \"priority\": \"%s\"}".formatted(target, priority))
                .expect(201);
    }

    /** Nobody waits for hours: what is planned for later becomes due. */
    private void letPass(String kind) {
        store.sql("""
                        update planned_step set due_at = ? where kind = ? and state = 'WAITING'
                        and zone_id = (select id from zone where name = ?)""")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), kind, zone)
                .update();
    }

    private void awaitServed(String... servers) {
        await().atMost(SEVERAL_ROUNDS)
                .untilAsserted(() -> assertThat(postlotse.dig().mx(zone)).containsExactly(servers));
    }

    private List<tools.jackson.databind.JsonNode> steps() {
        return StreamSupport.stream(api.get(path + "/planned").json().spliterator(), false)
                .toList();
    }

    private List<String> states() {
        return steps().stream()
                .map(step ->
                        step.at("/kind").asString() + " " + step.at("/state").asString())
                .toList();
    }

    @Test
    void onlySoMuchWaitsForAZoneHoweverManyPlanAtOnce() {
        addMail2();
        String from = Instant.now().plus(Duration.ofDays(2)).toString();

        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> api.post(path + "/mx/@/mail2." + zone + "/maintenance", "{\"from\": \"" + from + "\"}")
                        .status())
                .toList();

        assertThat(answers).containsOnly(200, 422);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(PlannedSteps.MOST_OF_A_ZONE / 2);
        assertThat(api.post(path + "/mx/@/mail2." + zone + "/maintenance", "{\"from\": \"" + from + "\"}")
                        .text("/code"))
                .isEqualTo("too-much-planned");
        Answer page = customer.post(
                        "/domains/" + zone + "/maintenance",
                        Map.of("owner", zone, "target", "mail2." + zone, "from", inTwoDays()))
                .expect(422);
        assertThat(page.body()).contains("schon so viel geplant");
    }

    private static String inTwoDays() {
        return LocalDateTime.now(ZoneOffset.UTC)
                .plusDays(2)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @Test
    void whatHasEndedLongAgoIsForgottenAndWhatWaitsIsNot() {
        addMail2();
        customer.post("/domains/" + zone + "/maintenance", Map.of("owner", zone, "target", "mail2." + zone))
                .expect(302);
        endLongAgo();

        planned.purge();
        assertThat(states()).as("it is out still").contains("TAKE_OUT DONE", "PUT_BACK WAITING");

        customer.post("/domains/" + zone + "/maintenance/back", Map.of("id", id("PUT_BACK")))
                .expect(302);
        endLongAgo();
        planned.purge();
        planned.purge();
        assertThat(steps()).isEmpty();
    }

    /** What has ended, did so more than a year ago. */
    private void endLongAgo() {
        store.sql("""
                        update planned_step set ended_at = ? where ended_at is not null
                        and zone_id = (select id from zone where name = ?)""")
                .params(StoredTime.of(Instant.now().minus(Duration.ofDays(400))), zone)
                .update();
    }

    private String id(String kind) {
        return steps().stream()
                .filter(step -> step.at("/kind").asString().equals(kind))
                .map(step -> step.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    private String ttlAndServers() {
        Answer set = api.get(path + "/mx/@");
        return set.text("/ttl") + " " + set.text("/records/0/target");
    }

    private List<String> kinds() {
        return store.sql("""
                        select c.kind from zone_change c join zone z on z.id = c.zone_id
                        where z.name = ? order by c.version""")
                .param(zone)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
