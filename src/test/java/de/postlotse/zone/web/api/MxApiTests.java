package de.postlotse.zone.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The contract of the API, as programs see it. */
@WholeApplication
class MxApiTests {

    private final RunningPostlotse postlotse;
    private final ApiCaller customer;
    private final String zone;
    private final String path;

    MxApiTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.customer = postlotse.api("kunde1").with("Accept-Language", "en");
        this.zone = postlotse.newZone();
        this.path = "/api/v1/zones/" + zone + "/mx";
    }

    @BeforeAll
    static void scriptTheInternet(@Autowired RunningPostlotse postlotse) {
        postlotse
                .dns()
                .with("lieferant.net SOA ns.lieferant.net. h.lieferant.net. 1 2 3 4 5")
                .with("mx1.lieferant.net A 192.175.48.1", "mx2.lieferant.net A 192.31.196.2")
                .with("sechs.lieferant.net AAAA 2620:4f:8000::1")
                .with("www.lieferant.net CNAME mx1.lieferant.net.");
        postlotse.dns().when("kaputt.lieferant.net").servfail();
    }

    @ParameterizedTest
    @CsvSource({
        "mx1.lieferant.net,    ACCEPT, ",
        "sechs.lieferant.net,  WARN,   target-ipv6-only",
        "www.lieferant.net,    REJECT, target-is-alias",
        "fort.lieferant.net,   REJECT, target-does-not-exist",
        "kaputt.lieferant.net, RETRY,  target-unchecked-failure",
    })
    void checkTellsTheVerdictAndItsReason(String target, String verdict, String code) {
        Answer answer =
                customer.post(path + "/check", entry("@", target, "20", "3600")).expect(200);

        assertThat(answer.text("/verdict")).isEqualTo(verdict);
        assertThat(answer.codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void checkShowsTheEntryAsItWouldBeStored() {
        Answer answer = customer.post(path + "/check", entry(zone + ".", " MX1.Lieferant.net. ", "", ""));

        assertThat(answer.json().path("entry").toString())
                .isEqualTo("{\"owner\":\"@\",\"target\":\"mx1.lieferant.net\",\"priority\":20,\"ttl\":3600}");
        assertThat(answer.json().path("findings").toString()).isEqualTo("[]");
    }

    @Test
    void aFindingHasWhatTheContractSaysAndNoMore() {
        Answer answer = customer.post(path + "/check", entry("@", "info@" + zone, "20", "3600"));

        assertThat(answer.json().at("/findings/0").propertyNames())
                .containsExactly("severity", "field", "code", "message", "suggestion");
    }

    @Test
    void checkSavesNothing() {
        String before = stored();

        customer.post(path + "/check", entry("@", "mx1.lieferant.net", "20", "3600"));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void checkAssumesTheRecordsThatTheCallerNames() {
        String assumed = """
                {"owner": "@", "target": "mx2.lieferant.net", "priority": "", "ttl": "",
                 "existing": [{"priority": 30, "target": "MX2.lieferant.net.", "ttl": 300}]}""";

        Answer answer = customer.post(path + "/check", assumed);

        assertThat(answer.codes()).containsExactly("set-same-host-twice");
        assertThat(answer.text("/findings/0/field")).isEqualTo("target");
        assertThat(answer.text("/entry/priority")).isEqualTo("40");
        assertThat(answer.text("/entry/ttl")).isEqualTo("300");
    }

    @ParameterizedTest
    @CsvSource({
        "de, Die TTL muss",
        "de-AT, Die TTL muss",
        "en, The TTL must",
        "en-GB, The TTL must",
        "fr, Die TTL muss",
        "'fr;q=1, en;q=0.5', The TTL must",
        "*, Die TTL muss",
    })
    void messagesAreInTheCallersLanguage(String language, String start) {
        Answer answer = postlotse
                .api("kunde1")
                .with("Accept-Language", language)
                .post(path + "/check", entry("@", "mx1.lieferant.net", "10", "kurz"));

        assertThat(answer.text("/findings/0/message")).startsWith(start);
        assertThat(answer.text("/findings/0/code")).isEqualTo("ttl-not-a-number");
    }

    @Test
    void everyFieldAtFaultIsFoundAndNoEntryIsMadeUp() {
        Answer answer = customer.post(path + "/check", entry("a_b", "10.0.0.1", "1 0", "59"));

        assertThat(answer.text("/verdict")).isEqualTo("REJECT");
        assertThat(answer.json().path("entry").isNull()).isTrue();
        assertThat(answer.codes())
                .containsExactly("owner-underscore", "target-is-address", "priority-not-a-number", "ttl-too-short");
        assertThat(answer.texts("/findings", "field")).containsExactly("owner", "target", "priority", "ttl");
        assertThat(answer.texts("/findings", "severity")).containsOnly("ERROR");
        assertThat(answer.text("/findings/3/suggestion")).isEqualTo("60");
        assertThat(answer.json().at("/findings/1/suggestion").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 3600, ''", "59.9, 3600, priority-not-a-number", "-1, 3600, priority-not-a-number"})
    @CsvSource({"1e1, 3600, priority-not-a-number", "10, 59.9, ttl-not-a-number", "10, 59, ttl-too-short"})
    @CsvSource({"70000, 3600, priority-out-of-range", "10, 99999999999999999999, ttl-out-of-range"})
    void numbersOfJsonCountAsIfTheyWereTyped(String priority, String ttl, String codes) {
        Answer answer =
                customer.post(path + "/check", """
                {"owner": "@", "target": "mx1.lieferant.net", "priority": %s, "ttl": %s}""".formatted(priority, ttl)).expect(200);

        assertThat(String.join(" ", answer.codes())).isEqualTo(codes);
    }

    @Test
    void savedEntryComesBackWithItsSetAndTheNewVersion() {
        Answer saved = customer.post(path, entry("", "mx1.lieferant.net", "20", "3600"))
                .expect(201);

        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        assertThat(saved.header("Location")).isEqualTo(path + "/@");
        assertThat(saved.body()).isEqualTo("""
                {"owner":"@","ttl":3600,"records":[{"priority":10,"target":"mail.%s"},\
                {"priority":20,"target":"mx1.lieferant.net"}],"harms":[]}""".formatted(zone));
        assertThat(customer.get(saved.header("Location")).body()).isEqualTo(withoutHarms(saved));
        assertThat(customer.get(path).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void warningDoesNotKeepFromSaving() {
        customer.post(path, entry("@", "sechs.lieferant.net", "20", "3600")).expect(201);
    }

    @Test
    void refusedEntryIsAProblemWithItsFindings() {
        Answer refused = customer.post(path, entry("@", "www.lieferant.net", "20", "3600"))
                .expect(422);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.codes()).containsExactly("target-is-alias");
        assertThat(refused.text("/findings/0/suggestion")).isEqualTo("mx1.lieferant.net");
        assertThat(refused.text("/detail")).isEqualTo(refused.text("/findings/0/message"));
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void entryThatCannotBeCheckedIsToBeTriedAgain() {
        Answer refused = customer.post(path, entry("@", "kaputt.lieferant.net", "20", "3600"))
                .expect(503);

        assertThat(refused.header("Retry-After")).matches("[0-9]+");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.texts("/findings", "severity")).containsExactly("UNCHECKED");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void wholeSetIsReadReplacedAndRemoved() {
        Answer made = customer.put(path + "/shop", set("mx1.lieferant.net", "mx2.lieferant.net"))
                .expect(201);
        Answer replaced = customer.put(path + "/shop", set("mx2.lieferant.net")).expect(200);
        Answer read = customer.get(path + "/shop." + zone + ".");
        Answer removed = customer.delete(path + "/shop").expect(204);

        assertThat(made.texts("/records", "target")).containsExactly("mx1.lieferant.net", "mx2.lieferant.net");
        assertThat(replaced.header("ETag")).isEqualTo("\"3\"");
        assertThat(read.body()).isEqualTo(withoutHarms(replaced));
        assertThat(removed.header("ETag")).isEqualTo("\"4\"");
        customer.get(path + "/shop").expect(404);
        customer.delete(path + "/shop").expect(404);
    }

    @Test
    void refusedSetLeavesTheOldOne() {
        Answer refused = customer.put(path + "/@", set("mx1.lieferant.net", "fort.lieferant.net"))
                .expect(422);

        assertThat(refused.codes()).contains("target-does-not-exist");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void oneRecordIsRemovedByItsTarget() {
        customer.post(path, entry("@", "mx1.lieferant.net", "20", "3600"));

        customer.delete(path + "/@/mail." + zone).expect(204);

        assertThat(customer.get(path + "/@").texts("/records", "target")).containsExactly("mx1.lieferant.net");
        customer.delete(path + "/@/mail." + zone).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"99\"", "W/\"2\"", "2", "garbage", "\"\""})
    void staleIfMatchChangesNothing(String ifMatch) {
        customer.post(path, entry("@", "mx1.lieferant.net", "20", "3600"));
        ApiCaller stale = customer.with("If-Match", ifMatch);
        String before = stored();

        assertThat(List.of(
                        stale.post(path, entry("@", "mx2.lieferant.net", "30", "3600")),
                        stale.put(path + "/@", set("mx2.lieferant.net")),
                        stale.delete(path + "/@"),
                        stale.delete(path + "/@/mx1.lieferant.net")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(412);
                    assertThat(answer.text("/code")).isEqualTo("stale-version");
                    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                });
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*"})
    void matchingIfMatchSaves(String ifMatch) {
        customer.with("If-Match", ifMatch)
                .post(path, entry("@", "mx1.lieferant.net", "20", "3600"))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "17",
                "\"text\"",
                "null",
                "{\"owner\": {}}",
                "{\"owner\": [\"@\"]}",
                "{\"existing\": 1}",
                "{\"existing\": [null]}",
                "{\"existing\": [{\"priority\": 70000, \"target\": \"mx1.lieferant.net\", \"ttl\": 300}]}",
                "{\"existing\": [{\"priority\": 10, \"target\": \"mx1..net\", \"ttl\": 300}]}",
                "{\"existing\": [{\"priority\": 10, \"ttl\": 300}]}",
            })
    void garbageIsAProblemOfTheCaller(String json) {
        Answer answer = customer.post(path + "/check", json).expect(400);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "de.postlotse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ttl\": \"300\"}", "{\"records\": []}", "{\"records\": [null]}", "{\"records\": 1}"})
    void garbageIsNoSet(String json) {
        Answer answer = customer.put(path + "/@", json).expect(400);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void missingFieldsCountAsBlank() {
        Answer answer = customer.post(path + "/check", "{\"target\": \"mx1.lieferant.net\"}");

        assertThat(answer.text("/verdict")).isEqualTo("ACCEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void otherFormatsAreRefused(String type) {
        customer.with("Accept", type).get(path).expect(406);
    }

    private static String entry(String owner, String target, String priority, String ttl) {
        return "{\"owner\": \"%s\", \"target\": \"%s\", \"priority\": \"%s\", \"ttl\": \"%s\"}"
                .formatted(owner, target, priority, ttl);
    }

    private static String set(String... targets) {
        List<String> records = List.of(targets).stream()
                .map(target -> "{\"priority\": \"10\", \"target\": \"%s\"}".formatted(target))
                .toList();
        return "{\"ttl\": \"300\", \"records\": [" + String.join(", ", records) + "]}";
    }

    /** What is read again of a set that was saved; the harm was that of saving it. */
    private static String withoutHarms(Answer saved) {
        return saved.body().replaceFirst(",\"harms\":\\[[^]]*]}$", "}");
    }

    /** Without its health, which becomes known by itself. */
    private String stored() {
        JsonNode all = postlotse.mx(zone).json();
        return all.at("/version") + " " + all.at("/sets");
    }
}
