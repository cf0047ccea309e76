package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maintenance and a move that is prepared, in a real browser. */
@WholeApplication
class PlannedJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;

    PlannedJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
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
    void takesAServerOutAndPutsItBack(Device device) {
        postlotse
                .api("kunde1")
                .post(
                        "/api/v1/zones/" + zone + "/mx",
                        "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(zone));
        Page page = logIn(device);
        List<String> faults = new ArrayList<>();
        page.navigate("/domains/" + zone);
        press(
                page,
                device.says(
                        "mail2." + zone + " für Wartung herausnehmen", "Take mail2." + zone + " out for maintenance"));
        look(page, "maintenance-form", device, faults);
        page.locator("#until").fill("2020-01-01T10:00");
        press(page, device.says("Herausnehmen", "Take out"));
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(device.says("Bitte wählen Sie eine Zeit", "Please choose a time"));
        assertThat(page.locator("#until")).hasValue("2020-01-01T10:00");
        look(page, "maintenance-refused", device, faults);
        page.locator("#until").fill("");
        press(page, device.says("Herausnehmen", "Take out"));

        assertThat(page.locator(".servers-out"))
                .containsText(device.says("in Wartung seit", "out for maintenance since"));
        look(page, "maintenance-out", device, faults);
        press(page, device.says("20 mail2." + zone + " wieder aufnehmen", "Put 20 mail2." + zone + " back"));

        assertThat(page.locator(".servers-out .notice")).hasCount(0);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void preparesAMoveAndCancelsIt(Device device) {
        Page page = logIn(device);
        List<String> faults = new ArrayList<>();
        page.navigate("/domains/" + zone + "/switch?priority=10&target=mail2." + zone);
        page.getByText(device.says("Umzug für später vorbereiten", "Prepare a move for later"))
                .click();
        look(page, "move-form", device, faults);
        press(page, device.says("Umzug planen", "Plan the move"));
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(device.says("Bitte wählen Sie eine Zeit", "Please choose a time"));
        look(page, "move-refused", device, faults);
        page.locator("#at")
                .fill(LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                        .plusDays(1)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        press(page, device.says("Umzug planen", "Plan the move"));

        assertThat(page.getByRole(AriaRole.ROW)).hasCount(4);
        look(page, "planned", device, faults);
        page.navigate("/domains/" + zone);
        assertThat(page.locator(".planned")).containsText(device.says("Geplant für", "Planned for"));
        look(page, "zone-with-plan", device, faults);
        page.navigate("/domains/" + zone + "/planned");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(device.says("Absagen", "Cancel")))
                .first()
                .click();

        assertThat(page.getByText(device.says("abgesagt", "cancelled"))).hasCount(2);
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

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
