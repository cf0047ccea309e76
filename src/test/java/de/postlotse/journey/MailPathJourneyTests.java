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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see of the way of their mail, in a real browser. */
@WholeApplication
record MailPathJourneyTests(RunningPostlotse postlotse) {

    private static final List<String> DOMAINS =
            List.of("reise.net", "gar-nichts.net", "kaputt.net", "stumm-und-laut.net", "lang.net", "eigen.net");

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

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

    @OnDevices
    void seesTheWayAndWhoTakesOver(Device device) {
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        pages.link(device.says("Weg der Mail", "Way of the mail")).click();
        page.getByLabel(device.says("Domain oder E-Mail-Adresse", "Domain or e-mail address"))
                .fill("info@reise.net");
        pages.press(device.says("Weg zeigen", "Show the way"));

        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says(
                        "geht zuerst an mx1.reise.net oder mx2.reise.net",
                        "goes to mx1.reise.net or mx2.reise.net first"));
        assertThat(page.locator(".route")).hasCount(1);
        assertThat(page.locator(".route")).containsText("backup.reise.net");
        assertThat(page.locator(".route")).containsText("192.175.48.3");
        assertThat(page.locator(".route"))
                .containsText(device.says("Den Namen gibt es nicht", "there is no such name"));

        for (String server : List.of("mx1.reise.net", "mx2.reise.net")) {
            page.getByLabel(server).check();
        }
        pages.press(device.says("Weg neu zeichnen", "Draw the way again"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("backup.reise.net");
        assertThat(page.getByLabel("mx1.reise.net")).isChecked();

        page.getByLabel("backup.reise.net").check();
        pages.press(device.says("Weg neu zeichnen", "Draw the way again"));
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(device.says("vier bis fünf Tage", "four to five days"));
        Browsers.photograph(page, "mail-path-off-" + device.name());
    }

    @OnDevices
    void inputErrorKeepsWhatWasTyped(Device device) {
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        page.navigate("/mail-path");
        page.locator("#q").fill("info@reise..net");
        pages.press(device.says("Weg zeigen", "Show the way"));

        assertThat(page.locator("#q")).hasValue("info@reise..net");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(device.says("ein Punkt zu viel", "one dot too many"));
    }

    static Stream<Device> devicesWithJavaScript() {
        return Browsers.devices().filter(Device::javaScript);
    }

    @ParameterizedTest
    @MethodSource("devicesWithJavaScript")
    void noWayHasAnAccessibilityFaultOrOverflows(Device device) {
        ZonePageObject pages = browsers.logIn("kunde1", device, postlotse);
        Page page = pages.page();
        Stream.concat(Stream.of("", "reise..net", "reise.net&off=mx1.reise.net"), DOMAINS.stream())
                .forEach(query -> {
                    page.navigate("/mail-path?q=" + query);
                    pages.look("mail-path-" + query.replaceAll("[^a-z]+", "-"));
                });
    }
}
