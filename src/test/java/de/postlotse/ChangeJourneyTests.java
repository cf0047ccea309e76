package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change that does harm, in a real browser: it is shown first, saved with its reason, found again and undone. */
@WholeApplication
class ChangeJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;

    ChangeJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
    }

    static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true), new Device("de-DE", 1280, false), new Device("en-GB", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void looksAtAHarmfulChangeTwiceAndTakesItBack(Device device) {
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("kunde1")
                .open(zone);
        pages.press(device.says("mail." + zone + " bearbeiten", "Edit mail." + zone));
        pages.typeTarget("mail2." + zone).press(device.says("Änderung speichern", "Save the change"));
        assertThat(pages.text(device.says("Alle Mailserver wechseln auf einmal", "All mail servers change at once")))
                .isVisible();
        looksRight(pages, "preview");

        pages.press(device.says("Zurück", "Back"));
        assertThat(pages.target()).hasValue("mail2." + zone);
        pages.press(device.says("Änderung speichern", "Save the change"));
        pages.type(device.says("Grund (freiwillig)", "Reason (optional)"), "Umzug")
                .press(device.says("So speichern", "Save it like this"));
        assertThat(pages.text(device.says("Gespeichert.", "Saved."))).isVisible();
        assertThat(pages.row("mail2." + zone)).isVisible();

        link(pages, device.says("Verlauf", "History")).first().click();
        assertThat(pages.text("Umzug")).isVisible();
        looksRight(pages, "history");

        link(pages, device.says("Rückgängig machen", "Undo")).click();
        assertThat(pages.text(device.says("Was seither geändert wurde", "What has been changed since")))
                .isVisible();
        looksRight(pages, "restore");
        pages.press(device.says("Diesen Stand wiederherstellen", "Restore this state"));
        assertThat(pages.text(device.says("Gespeichert.", "Saved."))).isVisible();
        assertThat(pages.row("mail." + zone)).isVisible();
        assertThat(pages.row("mail2." + zone)).hasCount(0);
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

    private static Locator link(ZonePageObject pages, String name) {
        return pages.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
