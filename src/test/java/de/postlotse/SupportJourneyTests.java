package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.postlotse.Browsers.Device;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What support does, in a real browser. */
@WholeApplication
class SupportJourneyTests {

    private static Browsers browsers;

    private final RunningPostlotse postlotse;
    private final String zone;

    SupportJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone("10002");
    }

    @BeforeAll
    static void start() {
        browsers = Browsers.start();
    }

    @AfterAll
    static void stop() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void findsAZoneByItsMailServerAndNotesThatItWasReviewed() {
        ZonePageObject pages = visit();
        pages.page().locator("#q").fill("mail." + zone);
        pages.press("Suchen");
        assertThat(Browsers.accessibilityFaults(pages.page())).isEmpty();
        Browsers.photograph(pages.page(), "support-list");
        pages.text(zone).first().click();

        pages.page().locator("#remark").fill("Mit dem Kunden gesprochen");
        pages.press("Als geprüft vermerken");
        assertThat(pages.text("Mit dem Kunden gesprochen")).isVisible();
        assertThat(pages.text("geprüft von support")).isVisible();
        assertThat(Browsers.accessibilityFaults(pages.page())).isEmpty();
        Browsers.photograph(pages.page(), "support-zone");

        Page customers = new ZonePageObject(browsers.open(Device.DESKTOP, postlotse), Device.DESKTOP)
                .logIn("kunde2")
                .open(zone)
                .page();
        assertThat(customers.getByText("Mit dem Kunden gesprochen")).hasCount(0);
    }

    @Test
    void editsOnBehalfOfTheCustomerAndTheHistoryNamesBoth() {
        ZonePageObject pages = visit().open(zone);
        assertThat(pages.text("Sie bearbeiten diese Domain im Auftrag von Kunde 10002"))
                .isVisible();
        pages.typeTarget("mail2." + zone).submit();
        assertThat(pages.row("mail2." + zone)).isVisible();

        pages.text("Verlauf der Änderungen").click();
        assertThat(pages.text("support im Auftrag von Kunde 10002")).isVisible();
    }

    private ZonePageObject visit() {
        return new ZonePageObject(browsers.open(Device.DESKTOP, postlotse), Device.DESKTOP).logIn("support");
    }
}
