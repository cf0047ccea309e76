package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replacing a host everywhere and taking that back, in a real browser. */
@WholeApplication
class ReplacementJourneyTests {

    private static final double SOON = 15_000;

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;
    private final String other;
    private final String host;

    ReplacementJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
        this.other = postlotse.newZone("10002");
        this.host = "alt." + zone.replace(".example", ".net");
        postlotse.dns().with(host + " A 192.175.48.7");
        add(zone, host);
        add(other, host);
        add(other, "mail2." + zone);
    }

    private void add(String to, String target) {
        Answer added =
                postlotse.api("admin").post("/api/v1/zones/" + to + "/mx", "{\"target\": \"%s\"}".formatted(target));
        assertThat(added.status()).as(added::toString).isEqualTo(201);
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
    void replacesAHostAndTakesItBack(Device device) {
        Page page = new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("support")
                .page();
        List<String> faults = new ArrayList<>();
        page.navigate("/support/replace?old=" + host);
        page.getByLabel(device.says("Neuer Host", "New host")).fill("mail2 " + zone);
        press(page, device.says("Probelauf", "Dry run"));
        assertThat(page.locator("#new")).hasValue("mail2 " + zone);
        assertThat(page.locator("#new-fault")).isVisible();
        look(page, "replace-wrong", device, faults);

        page.locator("#new").fill("mail2." + zone);
        page.locator("#reason").fill("Umzug <b>im</b> Mai");
        press(page, device.says("Probelauf", "Dry run"));
        page.getByText(device.says("Der neue Host ist schon eingetragen", "The new host is there already"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(other)))
                .isVisible();
        look(page, "replace-dry-run", device, faults);
        press(page, device.says("In 2 Domains ersetzen", "Replace in 2 domains"));

        awaitDone(page, device);
        assertThat(page.getByText("Umzug <b>im</b> Mai")).hasCount(1);
        look(page, "replace-done", device, faults);
        press(page, device.says("Alles zurücknehmen", "Take everything back"));
        look(page, "replace-undo", device, faults);
        press(page, device.says("Alles zurücknehmen", "Take everything back"));

        awaitDone(page, device);
        page.navigate("/support/replace");
        look(page, "replace-list", device, faults);
        assertThat(faults).isEmpty();
        assertThat(postlotse.mx(zone).body()).contains(host).doesNotContain("mail2." + zone);
        assertThat(postlotse.mx(other).body()).contains(host, "mail2." + zone);
    }

    /** The page refreshes itself, with JavaScript and without. */
    private static void awaitDone(Page page, Device device) {
        Locator state = page.locator("#progress .state");
        assertThat(state)
                .hasText(device.says("fertig", "done"), new LocatorAssertions.HasTextOptions().setTimeout(SOON));
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

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
