package de.postlotse.publishing.proof;

import static de.postlotse.account.Callers.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Somebody else changes MX records at the name server itself. */
@WholeApplication
class DriftTests {

    private static final String NEW_SET = "{\"records\": [{\"priority\": 0, \"target\": \".\"}]}";

    @Autowired
    private RunningPostlotse postlotse;

    @Autowired
    private Zones zones;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    private String zone = "";
    private String path = "";

    @BeforeEach
    void changeElsewhere() {
        zone = postlotse.newZone();
        path = "/api/v1/zones/" + zone + "/mx";
        postlotse.changeElsewhere(zone, 300, "5 mx.anderswo.net");
    }

    @Test
    void comparisonShowsBothSidesToStaffAndCustomer() {
        compare();

        assertThat(postlotse.mx(zone).text("/mailState")).isEqualTo("DRIFTED");
        assertThat(page("kunde1"))
                .contains("Am Nameserver stehen andere Mailserver als hier.", "mx.anderswo.net", "mail." + zone)
                .contains("Ihre nächste Änderung hier ersetzt sie.")
                .doesNotContain("Stand des Nameservers übernehmen");
        assertThat(page("support")).contains("Unseren Stand veröffentlichen", "Stand des Nameservers übernehmen");
        assertThat(postlotse
                        .visitor("support")
                        .get("/support/publishing?server=embedded")
                        .body())
                .contains("am Nameserver geändert");
    }

    @Test
    void nothingIsOverwrittenUnseen() {
        postlotse.api("kunde1").put(path + "/@", NEW_SET).expect(200);

        awaitState("DRIFTED");
        assertThat(postlotse.dig().mx(zone)).containsExactly("5 mx.anderswo.net");
        postlotse.api("kunde1").delete(path + "/@").expect(409);
        assertThat(postlotse.api("kunde1").delete(path + "/@").text("/code")).isEqualTo("zone-drifted");
    }

    @Test
    void callerThatHasSeenItReplacesIt() {
        compare();
        String seen = postlotse.mx(zone).header("ETag");

        postlotse.api("kunde1").with("If-Match", seen).put(path + "/@", NEW_SET).expect(200);

        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("0 .");
    }

    @Test
    void formThatWasOpenBeforeIsShownAgainWithWhatIsThere() {
        Visitor customer = postlotse.visitor("kunde1");
        Map<String, String> typed = Map.of("target", "mail2." + zone, "priority", "20", "version", "1");
        compare();

        Answer shown = customer.post("/domains/" + zone + "/mx", typed).expect(409);
        assertThat(shown.body()).contains("mx.anderswo.net", "value=\"mail2." + zone + "\"");

        customer.post(
                        "/domains/" + zone + "/mx",
                        Map.of("target", "mail2." + zone, "priority", "20", "version", revision(shown)))
                .expect(302);
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone, "20 mail2." + zone);
    }

    @Test
    void staffPublishTheStoresSetsInTheirPlace() {
        compare();

        decide("OURS");

        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone);
        assertThat(history()).contains("Änderung am Nameserver durch unseren Stand ersetzt");
    }

    @Test
    void staffAdoptWhatIsThere() {
        compare();
        long serial = postlotse.dig().serial(zone);

        decide("THEIRS");

        assertThat(postlotse.mx(zone).texts("/sets/0/records", "target")).containsExactly("mx.anderswo.net");
        assertThat(postlotse.mx(zone).json().at("/publication/live").asBoolean())
                .isTrue();
        assertThat(postlotse.dig().serial(zone)).isEqualTo(serial);
        assertThat(history()).contains("Änderung am Nameserver übernommen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OURS", "THEIRS"})
    void whoeverDecidesWithoutAnAnswerIsAskedFirst(String keep) {
        compare();
        Visitor support = postlotse.visitor("support");
        String revision = revision(support.get("/domains/" + zone));

        Answer question = support.post("/support/zones/" + zone + "/drift", Map.of("version", revision, "keep", keep));

        assertThat(question.status()).isEqualTo(200);
        assertThat(question.body())
                .contains("Alle Mailserver wechseln auf einmal", "mx.anderswo.net", "value=\"" + keep + "\"");
        assertThat(postlotse.mx(zone).text("/mailState")).isEqualTo("DRIFTED");
    }

    @Test
    void decisionAboutSomethingElseThanWasShownIsAskedAgain() {
        Answer answer = postlotse
                .visitor("support")
                .post("/support/zones/" + zone + "/drift", Map.of("version", "1", "keep", "OURS"));

        assertThat(answer.header("Location")).endsWith("#drift");
        assertThat(postlotse.dig().mx(zone)).containsExactly("5 mx.anderswo.net");
    }

    @Test
    void isOverWhenSomebodyTakesItBack() {
        compare();
        postlotse.changeElsewhere(zone, 3600, "10 mail." + zone);

        compare();

        assertThat(postlotse.mx(zone).text("/publication/state")).isEqualTo("LIVE");
    }

    @Test
    void whatWasOverwrittenInTheSameMomentIsToldUntilStaffHaveLooked() {
        postlotse.changeElsewhere(zone, 3600, "10 mail." + zone);
        ZoneSnapshot stored = zones.require(SUPPORT, DomainName.of(zone));

        events.publishEvent(ZoneNews.Reported.of(
                new ZoneNews.Compared(stored.id(), stored.version(), stored.mxSets(), 7, clock.instant(), true)));
        compare();

        assertThat(page("kunde1"))
                .contains("im selben Augenblick am Nameserver geändert")
                .doesNotContain("Am Nameserver stehen andere");
        assertThat(page("support")).contains("Einträge stimmen so").doesNotContain("Stand des Nameservers");
        decide("OURS");
        postlotse.awaitLive(zone);
    }

    private void compare() {
        postlotse
                .visitor("support")
                .post("/support/zones/" + zone + "/compare", Map.of("now", "yes"))
                .expect(302);
    }

    private void decide(String keep) {
        Answer answer = postlotse
                .visitor("support")
                .postAgreeing(
                        "/support/zones/" + zone + "/drift",
                        Map.of(
                                "version",
                                revision(postlotse.visitor("support").get("/domains/" + zone)),
                                "keep",
                                keep));
        assertThat(answer.header("Location")).doesNotContain("#drift");
    }

    private void awaitState(String state) {
        org.awaitility.Awaitility.await()
                .atMost(RunningPostlotse.SOON)
                .until(() -> postlotse.mx(zone).text("/publication/state").equals(state));
    }

    private String page(String username) {
        return postlotse.visitor(username).get("/domains/" + zone).body();
    }

    private String history() {
        return postlotse.visitor("kunde1").get("/domains/" + zone + "/history").body();
    }

    private static String revision(Answer page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
