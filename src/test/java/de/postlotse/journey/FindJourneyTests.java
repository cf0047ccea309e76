package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.postlotse.testing.Answer;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How support finds a zone and who uses a server: in a browser, as a file and by the API. */
@WholeApplication
class FindJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String zone;
    private final String host;

    FindJourneyTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.zone = postlotse.newZone("10002");
        this.host = "mail." + zone;
        store.sql(
                        "insert into mail_host (name, host_condition, since, addresses) values (?, 'NOT_REACHABLE', current_timestamp, ?)")
                .params(host, "10.7.7.7")
                .update();
        store.sql("insert into mail_host_address (address, host) values ('10.7.7.7', ?)")
                .param(host)
                .update();
    }

    static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true), new Device("de-DE", 1280, false), new Device("en-GB", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void asksWhoUsesAServerAndLandsOnTheDomain(Device device) {
        ZonePageObject pages = browsers.logIn("support", device, postlotse);
        Page page = pages.page();
        pages.openSide()
                .page()
                .getByText(device.says("Wer nutzt …?", "Who uses …?"))
                .first()
                .click();
        page.locator("#q").fill(host);
        page.locator("#q").press("Enter");
        assertThat(pages.text(
                        device.says("nur Adressen, die niemand erreicht", "only addresses that nobody can reach")))
                .isVisible();
        assertThat(pages.text(device.says("1 Domain, 1 MX-Eintrag", "1 domain, 1 MX record")))
                .isVisible();
        pages.look("hosts");

        page.getByText("10.7.7.7").first().click();
        assertThat(page.locator("main h2").first()).containsText("10.7.7.7");
        pages.look("hosts-address");

        page.navigate("/support/zones?q=10.7.7.7");
        assertThat(page.locator(".found-by").getByText(host)).isVisible();
        pages.look("zones-found");
        page.locator("tbody th a").getByText(zone).click();
        assertThat(page.locator("h1")).containsText(zone);
    }

    @Test
    void whoUsesAServerIsAFileAndAnAnswerOfTheApiToo() {
        Answer file = postlotse.visitor("support").get("/support/hosts.csv?q=" + host);
        Answer json = postlotse.api("support").get("/api/v1/hosts/" + host + "/zones");

        assertThat(file.header("Content-Disposition")).contains("mx-" + host + ".csv");
        assertThat(file.body())
                .isEqualTo("\uFEFFDomain;Name;Priorität;Mailserver;TTL;Kunde\r\n" + zone + ";" + zone + ";10;" + host
                        + ";3600;10002\r\n");
        assertThat(json.texts("/zones", "zone")).containsExactly(zone);
        assertThat(json.text("/zones/0/owner")).isEqualTo("@");
        assertThat(json.json().at("/next").isNull()).isTrue();
        postlotse.api("support").get("/api/v1/hosts/a..b/zones").expect(404);
        postlotse
                .visitor("support")
                .get("/support/hosts.csv?q=gibt-es-nicht.example")
                .expect(404);
    }

    @Test
    void aLargeAnswerIsReadPageByPageByTheApi() {
        long id = store.sql("select id from zone where name = ?")
                .param(zone)
                .query(Long.class)
                .single();
        for (int set = 0; set < 501; set++) {
            store.sql("insert into mx_record (zone_id, owner, preference, target, ttl) values (?, ?, 10, ?, 300)")
                    .params(id, "n" + set + "." + zone, "viele." + host)
                    .update();
        }
        String path = "/api/v1/hosts/viele." + host + "/zones";

        Answer first = postlotse.api("support").get(path);
        Answer second = postlotse.api("support").get(path + "?after=" + first.text("/next"));

        assertThat(first.texts("/zones", "owner")).hasSize(500);
        assertThat(second.texts("/zones", "owner"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.texts("/zones", "owner"));
    }
}
