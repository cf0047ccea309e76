package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    @OnDevices
    void takesAServerOutAndPutsItBack(Device device) {
        postlotse
                .api("kunde1")
                .post(
                        "/api/v1/zones/" + zone + "/mx",
                        "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(zone));
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        page.navigate("/domains/" + zone);
        pages.openActions("mail2." + zone)
                .press(device.says(
                        "mail2." + zone + " für Wartung herausnehmen", "Take mail2." + zone + " out for maintenance"));
        pages.look("maintenance-form");
        page.locator("#until").fill("2020-01-01T10:00");
        pages.press(device.says("Herausnehmen", "Take out"));
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(device.says("Bitte wählen Sie eine Zeit", "Please choose a time"));
        assertThat(page.locator("#until")).hasValue("2020-01-01T10:00");
        pages.look("maintenance-refused");
        page.locator("#until").fill("");
        pages.press(device.says("Herausnehmen", "Take out"));

        assertThat(page.locator(".servers-out"))
                .containsText(device.says("in Wartung seit", "out for maintenance since"));
        pages.look("maintenance-out");
        pages.press(device.says("mail2." + zone + " wieder aufnehmen", "Put mail2." + zone + " back"));

        assertThat(page.locator(".servers-out .notice")).hasCount(0);
    }

    @OnDevices
    void preparesAMoveAndCancelsIt(Device device) {
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        page.navigate("/domains/" + zone + "/switch?priority=10&target=mail2." + zone);
        assertThat(page.locator("#at")).isVisible();
        pages.look("move-form");
        pages.press(device.says("Umzug planen", "Plan the move"));
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(device.says("Bitte wählen Sie eine Zeit", "Please choose a time"));
        pages.look("move-refused");
        page.locator("#at")
                .fill(LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                        .plusDays(1)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        pages.press(device.says("Umzug planen", "Plan the move"));

        assertThat(page.locator(".timeline > li")).hasCount(3);
        pages.look("planned");
        page.navigate("/domains/" + zone);
        assertThat(page.locator(".planned")).containsText(device.says("Geplant für", "Planned for"));
        pages.look("zone-with-plan");
        page.navigate("/domains/" + zone + "/planned");
        assertThat(page.locator("h1")).containsText(zone);
        assertThat(page.locator("#publication .health")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(device.says("Absagen", "Cancel")))
                .first()
                .click();

        assertThat(page.getByText(device.says("abgesagt", "cancelled"))).hasCount(2);
    }
}
