package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maintenance and moves: what happens to a zone later by itself, whichever database it is. */
abstract class PlannedContract {

    private static final Duration SEVERAL_ROUNDS = Duration.ofSeconds(30);

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final ApiCaller api;
    private final Visitor customer;
    private final String zone;
    private final String path;

    PlannedContract(RunningPostlotse postlotse, JdbcClient store) {
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

        Answer out =
                customer.post("/domains/" + zone + "/maintenance", Map.of("owner", zone, "target", "mail2." + zone));

        assertThat(out.status()).as(out::toString).isEqualTo(302);
        awaitServed("10 mail." + zone);
        Answer page = customer.get("/domains/" + zone);
        assertThat(page.body()).contains("20 mail2." + zone, "in Wartung seit", "herausgenommen von kunde1");

        Answer back = customer.post("/domains/" + zone + "/maintenance/back", Map.of("id", id("PUT_BACK")));
        assertThat(back.status()).as(back::toString).isEqualTo(302);
        awaitServed("10 mail." + zone, "20 mail2." + zone);
        assertThat(customer.get("/domains/" + zone).body()).doesNotContain("in Wartung seit");
        assertThat(kinds()).endsWith("SERVER_TAKEN_OUT", "SERVER_PUT_BACK");
    }

    @Test
    void theOnlyServerIsNotTakenOut() {
        Answer refused =
                customer.post("/domains/" + zone + "/maintenance", Map.of("owner", zone, "target", "mail." + zone));

        assertThat(refused.status()).isEqualTo(422);
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

        Answer refused = api.post(path + "/mx/@/mail." + zone + "/maintenance", "{}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("nicht zu prüfen");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void aWindowOpensAndClosesByItself() {
        addMail2();
        Instant now = Instant.now();
        Answer planned = api.post(
                path + "/mx/@/mail2." + zone + "/maintenance",
                "{\"from\": \"%s\", \"until\": \"%s\"}"
                        .formatted(now.plus(1, ChronoUnit.HOURS), now.plus(2, ChronoUnit.HOURS)));
        assertThat(planned.status()).as(planned::toString).isEqualTo(200);
        assertThat(states()).containsExactly("TAKE_OUT WAITING", "PUT_BACK WAITING");

        letPass("TAKE_OUT");
        awaitServed("10 mail." + zone);
        letPass("PUT_BACK");
        awaitServed("10 mail." + zone, "20 mail2." + zone);
        await().untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("TAKE_OUT DONE", "PUT_BACK DONE"));
    }

    @Test
    void aMoveShortensTheTtlSwitchesAndLengthensItAgain() {
        Answer planned = move("600");
        assertThat(planned.status()).as(planned::toString).isEqualTo(200);
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
        Answer planned = api.post(
                path + "/planned",
                "{\"owners\": [\"@\"], \"at\": \"%s\", \"records\": [{\"priority\": \"10\", \"target\": \"%s\"}]}"
                        .formatted(Instant.now().plus(2, ChronoUnit.HOURS), vanishing));
        assertThat(planned.status()).as(planned::toString).isEqualTo(200);
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
                        .formatted(Instant.now().plus(10, ChronoUnit.MINUTES), zone));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("wrong-time");
        assertThat(steps()).isEmpty();
    }

    @Test
    void whatIsCancelledDoesNotHappenAndWhatWaitsForItNeither() {
        move("3600");

        customer.post("/domains/" + zone + "/planned/cancel", Map.of("id", id("SWITCH")));

        assertThat(states()).containsExactlyInAnyOrder("CHANGE_TTL DONE", "SWITCH CANCELLED", "CHANGE_TTL CANCELLED");
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
                "owner=" + zone + "&priority=10&target=mail2." + zone + "&ttl=&at=gestern&from=");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Bitte wählen Sie eine Zeit", "value=\"mail2." + zone + "\"", "value=\"gestern\"");
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
        Answer added = api.post(path + "/mx", "{\"target\": \"%s\", \"priority\": \"%s\"}".formatted(target, priority));
        assertThat(added.status()).as(added::toString).isEqualTo(201);
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
