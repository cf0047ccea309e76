package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Input of people and of DNS that is meant to become script, markup or lines of a master file. */
@WholeApplication
class HostileInputTests {

    private static final String SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final String HOSTILE_MARKUP = "<script>alert|<img src=x|\"'><";

    private final RunningPostlotse postlotse;
    private final String zone;

    HostileInputTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
    }

    @BeforeAll
    static void scriptTheInternet(@Autowired RunningPostlotse postlotse) {
        postlotse
                .dns()
                .with(
                        "boese.net SOA ns.boese.net. h.boese.net. 1 2 3 4 5",
                        "alias.boese.net CNAME <script>alert\\0401\\041</script>\\034'.boese.net.",
                        "<script>alert\\0401\\041</script>\\034'.boese.net A 192.175.48.1",
                        "zeile.boese.net CNAME a\\010b\\013\\000\\255.boese.net.",
                        "a\\010b\\013\\000\\255.boese.net A 192.175.48.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "target", "priority", "ttl"})
    void markupInFieldsIsShownAsText(String field) {
        Visitor customer = postlotse.visitor("kunde1");

        Answer saved = customer.post("/domains/" + zone + "/mx", Map.of(field, SCRIPT, "version", "1"))
                .expect(422);
        Answer checked = customer.post("/domains/" + zone + "/mx/check", Map.of(field, SCRIPT, "version", "1"));
        Answer repaired = customer.post(
                "/domains/" + zone + "/mx", Map.of("repair", field + ":" + SCRIPT, "target", "x", "version", "1"));

        assertThat(saved.body()).contains("value=\"&quot;&#39;&gt;&lt;script&gt;alert(1)");
        assertThat(repaired.body()).contains("value=\"&quot;&#39;&gt;&lt;script&gt;alert(1)");
        assertThat(Stream.of(saved, checked, repaired)).allSatisfy(HostileInputTests::isHarmless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/domains?q=%s",
                "/domains?q=x&attention=%s&after=%1$s",
                "/domains/<script>alert(1)",
                "/domains/{zone}?check=%s&lang=%1$s",
                "/domains/{zone}/publication?mark=%s",
                "/domains/{zone}/history?before=%s",
                "/domains/{zone}/history?owner=%s&kind=%1$s&person=%1$s&from=%1$s&to=%1$s",
                "/domains/{zone}/history?person=%s",
                "/domains/{zone}/history/<script>/restore",
                "/domains/{zone}/mx/edit?owner=%s&record=%1$s",
                "/domains/{zone}/mx/edit?owner={zone}&record=10+%s",
                "/domains/{zone}/mx/delete?owner={zone}&record=99999999999+x",
                "/domains/{zone}/mx/no-mail?owner=%s",
                "/support/zones?q=%s",
                "/support/zones?health=%s",
                "/support/review?kind=%s&customer=%1$s&nameServer=%1$s&tld=%1$s&age=%1$s&standing=%1$s&after=%1$s",
                "/support/review?kind=TARGET_GONE&subject=%s",
                "/support/review/{zone}?kind=SINGLE_SERVER&subject=%s&customer=%1$s&at=%1$s",
                "/support/review/{zone}?at=0_1_1_%s",
            })
    void markupInAddressesIsShownAsText(String address) {
        String path = address.replace("{zone}", zone)
                .replace("<script>", Visitor.encoded("<script>"))
                .replace("%s", Visitor.encoded(SCRIPT))
                .replace("%1$s", Visitor.encoded(SCRIPT));

        Answer answer = postlotse.visitor("support").get(path);

        assertThat(answer.status()).as(answer::toString).isLessThan(500);
        isHarmless(answer);
    }

    @Test
    void markupInALogInNameIsShownAsText() {
        isHarmless(postlotse.visitor().post("/login", Map.of("username", SCRIPT, "password", "falsch")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "replaces", "repair"})
    void hiddenFieldsThatWereTamperedWithAreNoErrorOfOurs(String field) {
        Answer answer =
                postlotse.visitor("kunde1").post("/domains/" + zone + "/mx", Map.of(field, SCRIPT, "target", "mail2"));

        assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
        isHarmless(answer);
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void markupInRemarksIsShownAsTextToStaffOnly() {
        Visitor support = postlotse.visitor("support");

        support.post("/support/zones/" + zone + "/review", Map.of("remark", SCRIPT + "\r\nzweite Zeile"));

        Answer page = support.get("/domains/" + zone);
        assertThat(page.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "zweite Zeile");
        isHarmless(page);
        assertThat(postlotse.visitor("kunde1").get("/domains/" + zone).body()).doesNotContain("zweite Zeile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alias.boese.net", "zeile.boese.net"})
    void namesFromDnsAreShownAsText(String target) {
        Answer page = postlotse
                .visitor("kunde1")
                .post("/domains/" + zone + "/mx", Map.of("target", target, "version", "1"))
                .expect(422);
        Answer json = postlotse
                .api("kunde1")
                .post("/api/v1/zones/" + zone + "/mx/check", "{\"target\": \"%s\"}".formatted(target));

        isHarmless(page);
        assertThat(json.codes()).containsExactly("target-is-alias");
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(json.text("/findings/0/message")).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop\r\nboese 60 IN A 192.0.2.66",
                "shop\nboese 60 IN A 192.0.2.66\n",
                "shop\\010boese",
                "shop 60 IN A 192.0.2.66 ;",
                "$INCLUDE /etc/passwd",
                "shop\u2028boese",
                "shop\u0000boese",
            })
    void nothingButRecordsReachesTheMasterFile(String hostile) throws IOException {
        Visitor customer = postlotse.visitor("kunde1");
        Stream.of("owner", "target", "priority", "ttl")
                .forEach(field -> assertThat(customer.post("/domains/" + zone + "/mx", Map.of(field, hostile))
                                .status())
                        .as(field)
                        .isEqualTo(422));
        assertThat(postlotse
                        .api("kunde1")
                        .put(
                                "/api/v1/zones/" + zone + "/mx/"
                                        + Visitor.encoded(hostile).replace("+", "%20"),
                                "{\"records\": [{\"target\": \"mail2." + zone + "\"}]}")
                        .status())
                .isBetween(400, 499);

        assertThat(postlotse.version(zone)).isEqualTo(1);
        assertThat(masterFile()).doesNotContain("boese", "192.0.2.66", "INCLUDE", "\r");
    }

    @Test
    void lineEndsAroundValuesDoNotReachTheMasterFile() throws IOException {
        postlotse
                .visitor("kunde1")
                .post(
                        "/domains/" + zone + "/mx",
                        Map.of("owner", "shop\r\n", "target", "\nmail2." + zone + ".\r\n", "priority", "20\n"))
                .expect(302);

        postlotse.awaitLive(zone);
        assertThat(masterFile().lines().filter(line -> line.contains("MX")))
                .hasSize(2)
                .last()
                .asString()
                .contains("shop", "20", "mail2");
        assertThat(masterFile()).doesNotContain("\r");
        assertThat(postlotse.dig().mx("shop." + zone)).containsExactly("20 mail2." + zone);
    }

    private static void isHarmless(Answer answer) {
        assertThat(answer.body()).doesNotContainPattern(HOSTILE_MARKUP);
        assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'");
    }

    private String masterFile() throws IOException {
        Path file = postlotse.dataDirectory().resolve("zones").resolve(zone + ".zone");
        return Files.readString(file);
    }
}
