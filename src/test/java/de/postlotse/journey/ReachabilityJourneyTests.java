package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.reachability.ScriptedMailServer;
import de.postlotse.reachability.TestConnectPolicy;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "Antwortet er?" in a real browser: a server that does, and one that does not. */
@WholeApplication
class ReachabilityJourneyTests {

    private static final String ADDRESS = "192.175.48.221";

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    @AutoClose
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
        TestConnectPolicy.lead(ADDRESS, server);
    }

    @OnDevices
    void seesWhetherAServerAnswers(Device device) {
        String host = "antwortet." + zone.replace('.', '-') + ".net";
        postlotse.dns().with(host + ". A " + ADDRESS);
        postlotse
                .api("kunde1")
                .post("/api/v1/zones/" + zone + "/mx", "{\"target\": \"%s\", \"priority\": \"20\"}".formatted(host))
                .expect(201);
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse).open(zone);
        pages.look("reachability-button");

        pages.openActions(host).press(test(device, host));
        Page page = pages.page();
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says(host + " antwortet auf Port 25", host + " answers on port 25"));
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("220 mail.example ESMTP");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("CN=mail.example");
        assertThat(page.getByRole(AriaRole.TABLE))
                .containsText(device.says("für andere Namen ausgestellt", "is for other names"));
        pages.look("reachability-answers");

        pages.press(device.says("Zurück zur Domain", "Back to the domain"));
        pages.openActions("mail." + zone).press(test(device, "mail." + zone));
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says("antwortet nicht wie ein Mailserver", "does not answer as a mail server"));
        assertThat(page.getByRole(AriaRole.TABLE))
                .containsText(device.says("Die Verbindung wurde abgelehnt", "The connection was refused"));
        pages.look("reachability-refused");
        pages.press(device.says("Noch einmal prüfen", "Test again"));
        assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    }

    private static String test(Device device, String host) {
        return device.says(
                "Prüfen, ob " + host + " auf Port 25 antwortet", "Test whether " + host + " answers on port 25");
    }
}
