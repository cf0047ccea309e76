package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Switching to another provider, in a real browser. */
@WholeApplication
class SwitchJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;

    SwitchJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
    }

    @BeforeAll
    static void start(@Autowired RunningPostlotse postlotse) {
        postlotse
                .dns()
                .with(
                        "mx.zoho.eu A 192.175.48.1",
                        "mx2.zoho.eu A 192.175.48.2",
                        "mx3.zoho.eu A 192.175.48.3",
                        "mx.neu.net A 192.175.48.4");
    }

    @OnDevices
    void switchesToAProvider(Device device) {
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        page.navigate("/domains/" + zone);
        pages.choose(device.says("Zu einem anderen Anbieter wechseln", "Switch to another provider"));
        pages.look("provider");
        pages.link("Zoho Mail").click();
        page.locator("#region").selectOption("zoho.eu");
        pages.look("provider-zoho");
        pages.press(device.says("Weiter", "Continue"));

        assertThat(page.getByText(
                        device.says("Alle Mailserver wechseln auf einmal", "All mail servers change at once")))
                .hasCount(1);
        pages.look("switch-zoho");
        pages.press(device.says("Jetzt umstellen", "Switch now"));

        assertThat(page.locator(".notice[data-tone=ok]")).containsText(device.says("Gespeichert", "Saved"));
        assertThat(page.getByText("mx3.zoho.eu").first()).isVisible();
    }

    @OnDevices
    void pastesAnInstructionAndLeavesARowOut(Device device) {
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        page.navigate("/domains/" + zone + "/provider");
        pages.link(device.says("Anleitung eines Anbieters einfügen", "Paste a provider's instructions"))
                .click();
        page.getByRole(AriaRole.TEXTBOX).fill("nichts");
        pages.press(device.says("Mailserver heraussuchen", "Pick out the mail servers"));
        assertThat(page.getByRole(AriaRole.TEXTBOX)).hasValue("nichts");
        pages.look("paste-nothing");

        page.getByRole(AriaRole.TEXTBOX).fill("10 mx.neu.net\n20 gibt-es-nicht.neu.net\n@ IN TXT \"v=spf1\"");
        pages.press(device.says("Mailserver heraussuchen", "Pick out the mail servers"));
        Locator second = page.getByLabel(
                device.says("Mailserver (MX-Servername), Zeile 2", "Mail server (MX server name), row 2"));
        assertThat(second).isVisible();
        pages.look("paste-found");
        second.fill("");
        pages.press(device.says("Prüfen", "Check"));
        pages.press(device.says("Jetzt umstellen", "Switch now"));

        assertThat(page.locator(".notice[data-tone=ok]")).containsText(device.says("Gespeichert", "Saved"));
    }
}
