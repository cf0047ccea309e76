package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
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
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse).open(zone);
        pages.openActions("mail." + zone).press(device.says("mail." + zone + " bearbeiten", "Edit mail." + zone));
        pages.typeTarget("mail2." + zone).press(device.says("Änderung speichern", "Save the change"));
        assertThat(pages.text(device.says("Alle Mailserver wechseln auf einmal", "All mail servers change at once")))
                .isVisible();
        pages.look("preview");

        pages.press(device.says("Zurück", "Back"));
        assertThat(pages.target()).hasValue("mail2." + zone);
        pages.press(device.says("Änderung speichern", "Save the change"));
        pages.type(device.says("Grund (freiwillig)", "Reason (optional)"), "Umzug")
                .press(device.says("Ändern", "Change"));
        assertThat(pages.text(device.says("Gespeichert.", "Saved."))).isVisible();
        assertThat(pages.row("mail2." + zone)).isVisible();

        pages.link(device.says("Verlauf", "History")).first().click();
        assertThat(pages.text("Umzug")).isVisible();
        pages.look("history");

        pages.link(device.says("Rückgängig machen", "Undo")).click();
        assertThat(pages.text(device.says("Was seither geändert wurde", "What has been changed since")))
                .isVisible();
        pages.look("restore");
        pages.press(device.says("Diesen Stand wiederherstellen", "Restore this state"));
        assertThat(pages.text(device.says("Gespeichert.", "Saved."))).isVisible();
        assertThat(pages.row("mail." + zone)).isVisible();
        assertThat(pages.row("mail2." + zone)).hasCount(0);
    }
}
