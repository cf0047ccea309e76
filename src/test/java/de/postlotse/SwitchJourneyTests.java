package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    void switchesToAProvider(Device device) {
        Page page = logIn(device);
        List<String> faults = new ArrayList<>();
        page.navigate("/domains/" + zone);
        press(page, device.says("Zu einem anderen Anbieter wechseln", "Switch to another provider"));
        look(page, "provider", device, faults);
        follow(page, "Zoho Mail");
        page.locator("#region").selectOption("zoho.eu");
        look(page, "provider-zoho", device, faults);
        press(page, device.says("Weiter", "Continue"));

        assertThat(page.getByText(
                        device.says("Alle Mailserver wechseln auf einmal", "All mail servers change at once")))
                .hasCount(1);
        look(page, "switch-zoho", device, faults);
        press(page, device.says("Alle ersetzen", "Replace all"));

        assertThat(page.locator(".notice.good")).containsText(device.says("Gespeichert", "Saved"));
        assertThat(page.getByText("mx3.zoho.eu").first()).isVisible();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void pastesAnInstructionAndLeavesARowOut(Device device) {
        Page page = logIn(device);
        List<String> faults = new ArrayList<>();
        page.navigate("/domains/" + zone + "/provider");
        follow(page, device.says("Anleitung eines Anbieters einfügen", "Paste a provider's instructions"));
        page.getByRole(AriaRole.TEXTBOX).fill("nichts");
        press(page, device.says("Mailserver heraussuchen", "Pick out the mail servers"));
        assertThat(page.getByRole(AriaRole.TEXTBOX)).hasValue("nichts");
        look(page, "paste-nothing", device, faults);

        page.getByRole(AriaRole.TEXTBOX).fill("10 mx.neu.net\n20 gibt-es-nicht.neu.net\n@ IN TXT \"v=spf1\"");
        press(page, device.says("Mailserver heraussuchen", "Pick out the mail servers"));
        look(page, "paste-found", device, faults);
        page.getByLabel(device.says("MX-Servername, Zeile 2", "MX server name, row 2"))
                .fill("");
        press(page, device.says("Prüfen", "Check"));
        press(page, device.says("Alle ersetzen", "Replace all"));

        assertThat(page.locator(".notice.good")).containsText(device.says("Gespeichert", "Saved"));
        assertThat(faults).isEmpty();
    }

    private static void look(Page page, String name, Device device, List<String> faults) {
        Browsers.photograph(page, name + "-" + device.name());
        if (device.javaScript()) {
            Browsers.accessibilityFaults(page).forEach(fault -> faults.add(name + ": " + fault));
        }
        if (!Browsers.fitsInWidth(page)) {
            faults.add(name + " is wider than the screen");
        }
    }

    private Page logIn(Device device) {
        return new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("kunde1")
                .page();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
