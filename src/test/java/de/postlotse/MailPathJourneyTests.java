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

/** What people see of the way of their mail, in a real browser. */
@WholeApplication
class MailPathJourneyTests {

    private static final List<String> DOMAINS =
            List.of("reise.net", "gar-nichts.net", "kaputt.net", "stumm-und-laut.net", "lang.net", "eigen.net");

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;

    MailPathJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

    @BeforeAll
    static void start(@Autowired RunningPostlotse postlotse) {
        String longName = "ein-sehr-langer-servername-".repeat(2) + "ende." + "abteilung-".repeat(5) + "x.lang.net";
        postlotse
                .dns()
                .with(
                        "reise.net MX 10 mx1.reise.net",
                        "reise.net MX 10 mx2.reise.net",
                        "reise.net MX 20 backup.reise.net",
                        "reise.net MX 30 weg.reise.net",
                        "reise.net MX 40 intern.reise.net",
                        "mx1.reise.net A 192.175.48.1",
                        "mx1.reise.net AAAA 2620:4f:8000:1234:5678:9abc:def0:1234",
                        "mx2.reise.net A 192.175.48.2",
                        "backup.reise.net CNAME end.reise.net",
                        "end.reise.net A 192.175.48.3",
                        "intern.reise.net A 10.0.0.1",
                        "stumm-und-laut.net MX 0 .",
                        "stumm-und-laut.net MX 10 mx1.reise.net",
                        "lang.net MX 10 " + longName,
                        longName + " A 192.175.48.9",
                        "eigen.net A 192.175.48.4")
                .when("kaputt.net")
                .servfail();
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
    void seesTheWayAndWhoTakesOver(Device device) {
        Page page = logIn(device);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(device.says("Weg der Mail", "Way of the mail")))
                .click();
        page.getByLabel(device.says("Domain oder E-Mail-Adresse", "Domain or e-mail address"))
                .fill("info@reise.net");
        press(page, device.says("Weg zeigen", "Show the way"));

        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says(
                        "geht zuerst an mx1.reise.net oder mx2.reise.net",
                        "goes to mx1.reise.net or mx2.reise.net first"));
        assertThat(page.getByRole(AriaRole.IMG)).hasCount(1);
        assertThat(page.getByRole(AriaRole.IMG)).containsText("backup.reise.net");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("192.175.48.3");
        assertThat(page.getByRole(AriaRole.TABLE))
                .containsText(device.says("Den Namen gibt es nicht", "there is no such name"));

        for (String server : List.of("mx1.reise.net", "mx2.reise.net")) {
            page.getByLabel(server).check();
        }
        press(page, device.says("Was wäre wenn", "What if"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("backup.reise.net");
        assertThat(page.getByLabel("mx1.reise.net")).isChecked();

        page.getByLabel("backup.reise.net").check();
        press(page, device.says("Was wäre wenn", "What if"));
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says("vier bis fünf Tage", "four to five days"));
        Browsers.photograph(page, "mail-path-off-" + device.name());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void inputErrorKeepsWhatWasTyped(Device device) {
        Page page = logIn(device);
        page.navigate("/mail-path");
        page.locator("#q").fill("info@reise..net");
        press(page, device.says("Weg zeigen", "Show the way"));

        assertThat(page.locator("#q")).hasValue("info@reise..net");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(device.says("ein Punkt zu viel", "one dot too many"));
    }

    static Stream<Device> devicesWithJavaScript() {
        return devices().filter(Device::javaScript);
    }

    @ParameterizedTest
    @MethodSource("devicesWithJavaScript")
    void noWayHasAnAccessibilityFaultOrOverflows(Device device) {
        Page page = logIn(device);
        List<String> faults = new ArrayList<>();
        Stream.concat(Stream.of("", "reise..net", "reise.net&off=mx1.reise.net"), DOMAINS.stream())
                .forEach(query -> {
                    page.navigate("/mail-path?q=" + query);
                    Browsers.accessibilityFaults(page).forEach(fault -> faults.add(query + ": " + fault));
                    if (!Browsers.fitsInWidth(page)) {
                        faults.add(query + " is wider than the screen");
                    }
                    if (!textsFit(page)) {
                        faults.add(query + " has text outside of the picture");
                    }
                    Browsers.photograph(page, "mail-path-" + query.replaceAll("[^a-z]+", "-") + "-" + device.name());
                });
        assertThat(faults).isEmpty();
    }

    /** Whether every text of the picture ends inside of it. */
    private static boolean textsFit(Page page) {
        return (Boolean) page.evaluate("""
                () => [...document.querySelectorAll('.way-picture text')].every(text => {
                    const box = text.getBBox();
                    return box.x >= 8 && box.x + box.width <= 312;
                })
                """);
    }

    private Page logIn(Device device) {
        return new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("kunde1")
                .page();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
