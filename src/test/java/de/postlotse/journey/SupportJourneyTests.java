package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What support does, in a real browser. */
@WholeApplication
class SupportJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;

    SupportJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone("10002");
    }

    @Test
    void findsAZoneByItsMailServerAndNotesThatItWasReviewed() {
        ZonePageObject pages = visit();
        assertThat(pages.page().locator("#find")).isVisible();
        pages.page().waitForLoadState(); // with its script
        pages.page().keyboard().press("/");
        pages.page().keyboard().type("mail." + zone);
        pages.page().keyboard().press("Enter");
        assertThat(pages.page()).hasURL(Pattern.compile(".*/support/zones\\?q=.*"));
        pages.look("support-list");
        pages.text(zone).first().click();

        pages.page().locator("#remark").fill("Mit dem Kunden gesprochen");
        pages.press("Als geprüft vermerken");
        assertThat(pages.text("Mit dem Kunden gesprochen")).isVisible();
        assertThat(pages.text("geprüft von support")).isVisible();
        pages.look("support-zone");

        Page customers =
                browsers.logIn("kunde2", Device.DESKTOP, postlotse).open(zone).page();
        assertThat(customers.getByText("Mit dem Kunden gesprochen")).hasCount(0);
    }

    @Test
    void editsOnBehalfOfTheCustomerAndTheHistoryNamesBoth() {
        ZonePageObject pages = visit().open(zone);
        assertThat(pages.text("Sie bearbeiten diese Domain im Auftrag von Kunde 10002"))
                .isVisible();
        pages.typeTarget("mail2." + zone).submit();
        assertThat(pages.row("mail2." + zone)).isVisible();

        pages.link("Verlauf").click();
        assertThat(pages.text("support im Auftrag von Kunde 10002")).isVisible();
    }

    @Test
    void takesAListOverAfterMendingItAndHandsAZoneBack() {
        String other = postlotse.unmanagedZone();
        ZonePageObject pages = visit();
        pages.text("Übernehmen").first().click();
        pages.page().locator("#text").fill(other + ";10001\n" + zone + "\nfehlt-hier.example;10001");
        pages.page().locator("form[action$='take-over'] button").click();
        assertThat(pages.text("Hier fehlt die Kundennummer")).isVisible();
        pages.look("take-over-refused");

        pages.page().locator("#text").fill(other + ";10001\nfehlt-hier.example;10001");
        pages.page().locator("form[action$='take-over'] button").click();
        assertThat(pages.page().locator("[data-state=DONE]")).isVisible();
        assertThat(pages.text("Kein gefragter Nameserver kennt diese Domain")).isVisible();
        pages.look("take-over-list");

        pages.open(other);
        pages.text("Domain zurückgeben").click();
        assertThat(pages.page()).hasURL(Pattern.compile(".*/hand-back.*"));
        pages.look("hand-back");
        pages.press("Domain zurückgeben");
        assertThat(pages.text(other + " wird nicht mehr hier verwaltet")).isVisible();
    }

    static Stream<Device> devices() {
        return Stream.of("de-DE", "en-GB")
                .flatMap(locale -> Stream.of(360, 1280).map(width -> new Device(locale, width, true)));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void seesWhatSomebodyElseChangedAndPublishesOursAgain(Device device) {
        changeElsewhere();
        ZonePageObject pages = browsers.logIn("support", device, postlotse).open(zone);
        pages.press(device.says("Jetzt mit dem Nameserver vergleichen", "Compare with the name server now"));
        assertThat(pages.text("mx.anderswo.net").first()).isVisible();
        pages.look("drift");
        for (String path : List.of("/domains/" + zone + "/name-servers", "/support/publishing?server=embedded")) {
            pages.page().navigate(path);
            pages.look("drift" + path.replace(zone, "domain").replaceAll("[^a-z]+", "-"));
        }

        pages.open(zone).press(device.says("Unseren Stand veröffentlichen", "Publish our state"));
        assertThat(pages.text("mx.anderswo.net").first()).isVisible();
        pages.look("drift-question");
        pages.press(device.says("Speichern", "Save"));
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone);
    }

    private void changeElsewhere() {
        postlotse.changeElsewhere(zone, 300, "5 mx.anderswo.net");
    }

    @Test
    void pagesOfAccountsHaveNoAccessibilityFaultAndFitAPhone() {
        ZonePageObject pages = browsers.logIn("admin", Device.PHONE, postlotse);
        for (String path : List.of("", "/new", "/kunde1", "/kunde1/delete")) {
            pages.page().navigate("/support/accounts" + path);
            pages.look("accounts" + path.replace('/', '-'));
        }
    }

    private ZonePageObject visit() {
        return browsers.logIn("support", Device.DESKTOP, postlotse);
    }
}
