package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import de.postlotse.reachability.ScriptedMailServer;
import de.postlotse.reachability.TestDoors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "Antwortet er?" in a real browser: a server that does, and one that does not. */
@WholeApplication
class ReachabilityJourneyTests {

    private static final String ADDRESS = "192.175.48.221";

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private static ScriptedMailServer server;

    private final RunningPostlotse postlotse;
    private final String zone;

    ReachabilityJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
    }

    @BeforeAll
    static void start() {
        server = ScriptedMailServer.encrypting();
        TestDoors.lead(ADDRESS, server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Each language at each width, and each of them once without JavaScript. */
    static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true),
                new Device("en-GB", 1280, true),
                new Device("en-GB", 360, false),
                new Device("de-DE", 1280, false));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void seesWhetherAServerAnswers(Device device) {
        String host = "antwortet." + zone.replace('.', '-') + ".net";
        postlotse.dns().with(host + ". A " + ADDRESS);
        Answer added = postlotse
                .api("kunde1")
                .post("/api/v1/zones/" + zone + "/mx", "{\"target\": \"%s\", \"priority\": \"20\"}".formatted(host));
        assertThat(added.status()).isEqualTo(201);
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("kunde1")
                .open(zone);
        looksRight(pages, "reachability-button");

        pages.press(test(device, host));
        Page page = pages.page();
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says(host + " antwortet auf Port 25", host + " answers on port 25"));
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("220 mail.example ESMTP");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("CN=mail.example");
        assertThat(page.getByRole(AriaRole.TABLE))
                .containsText(device.says("für andere Namen ausgestellt", "is for other names"));
        looksRight(pages, "reachability-answers");

        page.getByRole(AriaRole.BUTTON, button(device.says("Zurück zur Domain", "Back to the domain")))
                .click();
        pages.press(test(device, "mail." + zone));
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says("antwortet nicht wie ein Mailserver", "does not answer as a mail server"));
        assertThat(page.getByRole(AriaRole.TABLE))
                .containsText(device.says("Die Verbindung wurde abgelehnt", "The connection was refused"));
        looksRight(pages, "reachability-refused");
        pages.press(device.says("Noch einmal prüfen", "Test again"));
        assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    }

    private static String test(Device device, String host) {
        return device.says(
                "Prüfen, ob " + host + " auf Port 25 antwortet", "Test whether " + host + " answers on port 25");
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** The pages are the same without JavaScript, where axe-core itself could not run. */
    private static void looksRight(ZonePageObject pages, String name) {
        Device device = pages.device();
        if (device.javaScript()) {
            assertThat(Browsers.accessibilityFaults(pages.page())).isEmpty();
        }
        assertThat(Browsers.fitsInWidth(pages.page())).isTrue();
        Browsers.photograph(pages.page(), name + "-" + device.name());
    }
}
