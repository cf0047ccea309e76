package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.postlotse.Browsers.Device;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.MxReplacement;
import de.postlotse.publishing.NameServer;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void takesAListOverAfterMendingItAndHandsAZoneBack() {
        String other = postlotse.unmanagedZone();
        ZonePageObject pages = visit();
        pages.text("Übernehmen").first().click();
        pages.page().locator("#text").fill(other + ";10001\n" + zone + "\nfehlt-hier.example;10001");
        pages.page().locator("form[action$='take-over'] button").click();
        assertThat(pages.text("Hier fehlt die Kundennummer")).isVisible();
        assertThat(Browsers.accessibilityFaults(pages.page())).isEmpty();
        Browsers.photograph(pages.page(), "take-over-refused");

        pages.page().locator("#text").fill(other + ";10001\nfehlt-hier.example;10001");
        pages.page().locator("form[action$='take-over'] button").click();
        assertThat(pages.page().locator(".take-over-DONE")).isVisible();
        assertThat(pages.text("Kein gefragter Nameserver kennt diese Domain")).isVisible();
        assertThat(Browsers.accessibilityFaults(pages.page())).isEmpty();
        Browsers.photograph(pages.page(), "take-over-list");

        pages.open(other);
        pages.text("Domain zurückgeben").click();
        assertThat(Browsers.accessibilityFaults(pages.page())).isEmpty();
        Browsers.photograph(pages.page(), "hand-back");
        pages.press("Domain zurückgeben");
        assertThat(pages.text(other + " wird nicht mehr von Postlotse verwaltet"))
                .isVisible();
    }

    static Stream<Device> devices() {
        return Stream.of("de-DE", "en-GB")
                .flatMap(locale -> Stream.of(360, 1280).map(width -> new Device(locale, width, true)));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void seesWhatSomebodyElseChangedAndPublishesOursAgain(Device device) {
        changeElsewhere();
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("support")
                .open(zone);
        pages.press(device.says("Jetzt mit dem Nameserver vergleichen", "Compare with the name server now"));
        assertThat(pages.text("mx.anderswo.net").first()).isVisible();
        look(pages.page(), "drift-" + device.name());
        for (String path : List.of("/domains/" + zone + "/name-servers", "/support/publishing?server=embedded")) {
            pages.page().navigate(path);
            look(pages.page(), "drift" + path.replace(zone, "domain").replaceAll("[^a-z]+", "-") + device.name());
        }

        pages.open(zone).press(device.says("Unseren Stand veröffentlichen", "Publish our state"));
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("10 mail." + zone);
    }

    private void changeElsewhere() {
        DomainName name = DomainName.of(zone);
        MxSet theirs = MxSet.of(name, new Ttl(300), List.of(MxRecord.of(5, "mx.anderswo.net")));
        NameServer server = postlotse.nameServer();
        server.replaceMx(name, MxReplacement.of(server.read(name).mxSets(), List.of(theirs)));
    }

    private static void look(Page page, String name) {
        assertThat(Browsers.accessibilityFaults(page)).as(name).isEmpty();
        assertThat(Browsers.fitsInWidth(page)).as(name).isTrue();
        Browsers.photograph(page, name);
    }

    @Test
    void pagesOfAccountsHaveNoAccessibilityFaultAndFitAPhone() {
        Page page = new ZonePageObject(browsers.open(Device.PHONE, postlotse), Device.PHONE)
                .logIn("admin")
                .page();
        List<String> faults = new ArrayList<>();
        for (String path : List.of("", "/new", "/kunde1", "/kunde1/delete")) {
            page.navigate("/support/accounts" + path);
            Browsers.accessibilityFaults(page).forEach(fault -> faults.add(path + ": " + fault));
            if (!Browsers.fitsInWidth(page)) {
                faults.add(path + " is wider than the screen");
            }
            Browsers.photograph(page, "accounts" + path.replace('/', '-'));
        }
        assertThat(faults).isEmpty();
    }

    private ZonePageObject visit() {
        return new ZonePageObject(browsers.open(Device.DESKTOP, postlotse), Device.DESKTOP).logIn("support");
    }
}
