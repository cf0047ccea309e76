package de.postlotse.mailpath;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of the mail over HTTP: for programs and as a page. */
@WholeApplication
class MailPathTests {

    private static final String PATH = "/api/v1/mail-path";

    private final RunningPostlotse postlotse;
    private final ApiCaller api;

    MailPathTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.api = postlotse.api("kunde1");
    }

    @BeforeAll
    static void script(@Autowired RunningPostlotse postlotse) {
        postlotse
                .dns()
                .with(
                        "weg.net MX 10 mx1.weg.net",
                        "weg.net MX 10 mx2.weg.net",
                        "weg.net MX 20 backup.weg.net",
                        "mx1.weg.net A 192.175.48.1",
                        "mx2.weg.net AAAA 2620:4f:8000::2",
                        "backup.weg.net CNAME end.weg.net",
                        "end.weg.net A 192.175.48.3",
                        "stumm.net MX 0 .",
                        "stumm.net MX 10 mx1.weg.net",
                        "xn--bcher-kva.net MX 10 mx1.weg.net");
    }

    @Test
    void tellsGroupsAddressesAndTheEnd() {
        Answer answer = api.get(PATH + "?domain=weg.net").expect(200);

        assertThat(answer.text("/outcome")).isEqualTo("DELIVERED");
        assertThat(answer.texts("/groups", "priority")).containsExactly("10", "20");
        assertThat(answer.texts("/groups/0/servers", "host")).containsExactly("mx1.weg.net", "mx2.weg.net");
        assertThat(answer.text("/groups/1/servers/0/canonical")).isEqualTo("end.weg.net");
        assertThat(answer.text("/groups/1/servers/0/addresses/0")).isEqualTo("192.175.48.3");
        assertThat(answer.text("/groups/1/servers/0/fate")).isEqualTo("TRIED");
    }

    @Test
    void tellsWhoTakesOverForServersThatAreOff() {
        Answer answer = api.get(PATH + "?domain=weg.net&off=mx1.weg.net&off=MX2.weg.net.");
        Answer none = api.get(PATH + "?domain=weg.net&off=mx1.weg.net&off=mx2.weg.net&off=backup.weg.net");

        assertThat(answer.text("/outcome")).isEqualTo("DELIVERED");
        assertThat(answer.texts("/groups/0/servers", "fate")).containsOnly("SWITCHED_OFF");
        assertThat(none.text("/outcome")).isEqualTo("DEFERRED");
        assertThat(none.text("/reason")).isEqualTo("ALL_SWITCHED_OFF");
        assertThat(none.text("/keepsTryingDays")).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"info@weg.net", "%22a@b%22@weg.net", "Info%20%3Cinfo@WEG.net%3E", "info@weg.net.", "%20weg.net"})
    void takesTheDomainOfAnAddress(String address) {
        assertThat(api.get(PATH + "?address=" + address).text("/domain")).isEqualTo("weg.net");
    }

    @Test
    void takesUmlauts() {
        assertThat(api.get(PATH + "?domain=b%C3%BCcher.net").text("/domain")).isEqualTo("xn--bcher-kva.net");
    }

    @Test
    void namesWherePostfixDiffers() {
        assertThat(api.get(PATH + "?domain=stumm.net").texts("/differences", "code"))
                .containsExactly("NULL_MX_BESIDE_OTHERS");
    }

    @Test
    void takesRecordsThatAreNotSaved() {
        Answer answer = api.post(PATH, """
                {"domain": "weg.net", "off": ["mx2.weg.net"],
                 "records": [{"priority": 5, "target": "gibt-es-nicht.weg.net"}, {"priority": 7, "target": "mx1.weg.net."}]}
                """);

        assertThat(answer.texts("/groups", "priority")).containsExactly("5", "7");
        assertThat(answer.text("/groups/0/servers/0/fate")).isEqualTo("NO_SUCH_NAME");
        assertThat(api.post(PATH, "{\"domain\": \"weg.net\", \"records\": [{\"priority\": 0, \"target\": \".\"}]}")
                        .text("/reason"))
                .isEqualTo("ACCEPTS_NO_MAIL");
        assertThat(api.post(PATH, "{\"domain\": \"weg.net\", \"records\": []}").text("/reason"))
                .isEqualTo("HOST_UNKNOWN");
    }

    @Test
    void ownZonesAreReadAtTheirOwnNameServer() {
        String zone = postlotse.newZone();

        assertThat(postlotse.api("kunde2").get(PATH + "?domain=" + zone).texts("/groups/0/servers", "host"))
                .containsExactly("mail." + zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?domain=", "?domain=a..b", "?address=info@", "?domain=a_b.net", "?address=x@%5B192.0.2.1%5D"
            })
    void refusesWhatIsNoDomain(String query) {
        Answer answer = api.get(PATH + query).expect(400);

        assertThat(answer.text("/code")).isEqualTo("domain-unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"domain\": \"weg.net\", \"records\": [{\"priority\": 70000, \"target\": \"a.net\"}]}",
                "{\"domain\": \"weg.net\", \"records\": [{\"priority\": 1}]}",
                "{\"domain\": \"weg.net\", \"records\": [null]}",
                "{\"domain\": \"weg.net\", \"records\": [{\"priority\": 1, \"target\": \"a..b\"}]}",
                "{}"
            })
    void refusesWhatCannotBeRead(String question) {
        api.post(PATH, question).expect(400);
    }

    @Test
    void pageKeepsWhatWasTypedAndSaysWhatIsWrong() {
        String page =
                postlotse.visitor("kunde1").get("/mail-path?q=info@weg..net").body();

        assertThat(page).contains("value=\"info@weg..net\"", "aria-invalid=\"true\"", "ein Punkt zu viel");
        assertThat(page).doesNotContain("class=\"route\"");
    }

    @Test
    void pageHasNoInlineStyleAndNoScriptOfWhatWasTyped() {
        String page = postlotse
                .visitor("kunde1")
                .get("/mail-path?q=%3Cscript%3Ealert(1)%3C/script%3E@weg.net")
                .body();

        assertThat(page).containsOnlyOnce("class=\"route\"").doesNotContain("style=", "<script>alert");
    }
}
