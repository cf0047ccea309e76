package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.MxReplacement;
import de.postlotse.publishing.NameServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else changes MX records at the name server itself. */
@WholeApplication
class DriftTests {

    private static final String NEW_SET = "{\"records\": [{\"priority\": 0, \"target\": \".\"}]}";

    private final RunningPostlotse postlotse;
    private String zone = "";
    private String path = "";

    DriftTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

    @BeforeEach
    void changeElsewhere() {
        zone = postlotse.newZone();
        path = "/api/v1/zones/" + zone + "/mx";
        DomainName name = DomainName.of(zone);
        MxSet theirs = MxSet.of(name, new Ttl(300), List.of(MxRecord.of(5, "mx.anderswo.net")));
        NameServer server = postlotse.nameServer();
        server.replaceMx(name, MxReplacement.of(server.read(name).mxSets(), List.of(theirs)));
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
        assertThat(postlotse.api("kunde1").put(path + "/@", NEW_SET).status()).isEqualTo(200);

        awaitState("DRIFTED");
        assertThat(postlotse.dig().mx(zone)).containsExactly("5 mx.anderswo.net");
        assertThat(postlotse.api("kunde1").delete(path + "/@").status()).isEqualTo(409);
        assertThat(postlotse.api("kunde1").delete(path + "/@").text("/code")).isEqualTo("zone-drifted");
    }

    @Test
    void callerThatHasSeenItReplacesIt() {
        compare();
        String seen = postlotse.mx(zone).header("ETag");

        Answer saved = postlotse.api("kunde1").with("If-Match", seen).put(path + "/@", NEW_SET);

        assertThat(saved.status()).isEqualTo(200);
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("0 .");
    }

    @Test
    void formThatWasOpenBeforeIsShownAgainWithWhatIsThere() {
        Visitor customer = postlotse.visitor("kunde1");
        Map<String, String> typed = Map.of("target", "mail2." + zone, "priority", "20", "version", "1");
        compare();

        Answer shown = customer.post("/domains/" + zone + "/mx", typed);
        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.body()).contains("mx.anderswo.net", "value=\"mail2." + zone + "\"");

        Answer saved = customer.post(
                "/domains/" + zone + "/mx",
                Map.of("target", "mail2." + zone, "priority", "20", "version", revision(shown)));
        assertThat(saved.status()).isEqualTo(302);
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
        DomainName name = DomainName.of(zone);
        NameServer server = postlotse.nameServer();
        MxSet ours = MxSet.of(name, new Ttl(3600), List.of(MxRecord.of(10, "mail." + zone)));
        server.replaceMx(name, MxReplacement.of(server.read(name).mxSets(), List.of(ours)));

        compare();

        assertThat(postlotse.mx(zone).text("/publication/state")).isEqualTo("LIVE");
    }

    private void compare() {
        assertThat(postlotse
                        .visitor("support")
                        .post("/support/zones/" + zone + "/compare", Map.of("now", "yes"))
                        .status())
                .isEqualTo(302);
    }

    private void decide(String keep) {
        Answer answer = postlotse
                .visitor("support")
                .post(
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
