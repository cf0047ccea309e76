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
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Replacing a host everywhere and taking that back, in a real browser. */
@WholeApplication
class ReplacementJourneyTests {

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
        postlotse
                .api("admin")
                .post("/api/v1/zones/" + to + "/mx", "{\"target\": \"%s\"}".formatted(target))
                .expect(201);
    }

    @OnDevices
    void replacesAHostAndTakesItBack(Device device) {
        ZonePageObject pages = browsers.logIn("support", device, postlotse);
        Page page = pages.page();
        page.navigate("/support/replace?old=" + host);
        page.getByLabel(device.says("Neuer Mailserver", "New mail server")).fill("mail2 " + zone);
        pages.press(device.says("Probelauf", "Dry run"));
        assertThat(page.locator("#new")).hasValue("mail2 " + zone);
        assertThat(page.locator("#feedback-new")).isVisible();
        pages.look("replace-wrong");

        page.locator("#new").fill("mail2." + zone);
        page.locator("#reason").fill("Umzug <b>im</b> Mai");
        pages.press(device.says("Probelauf", "Dry run"));
        page.getByText(device.says("Der neue Mailserver ist schon eingetragen", "The new mail server is there already"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(other)))
                .isVisible();
        pages.look("replace-dry-run");
        pages.press(device.says("In 2 Domains ersetzen", "Replace in 2 domains"));

        awaitDone(page, device);
        assertThat(page.getByText("Umzug <b>im</b> Mai")).hasCount(1);
        pages.look("replace-done");
        pages.press(device.says("Alles zurücknehmen", "Take everything back"));
        assertThat(page).hasURL(Pattern.compile(".*/undo"));
        pages.look("replace-undo");
        pages.press(device.says("Alles zurücknehmen", "Take everything back"));

        awaitDone(page, device);
        page.navigate("/support/replace");
        pages.look("replace-list");
        assertThat(postlotse.mx(zone).body()).contains(host).doesNotContain("mail2." + zone);
        assertThat(postlotse.mx(other).body()).contains(host, "mail2." + zone);
    }

    /** The page refreshes itself, with JavaScript and without. */
    private static void awaitDone(Page page, Device device) {
        Locator state = page.locator("#progress .health");
        assertThat(state).hasText(device.says("fertig", "done"));
    }
}
