package de.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.postlotse.account.Callers;
import de.postlotse.dns.DomainName;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.zone.Zones;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page in every width, in German and light, in English and dark: nothing to be scrolled to sideways, no text cut, no
 * word torn, nothing too small to be hit, and axe-core without a fault, with names as long as they get. Each run tries three
 * widths; {@code -Dtests.look=all} all of them. With {@code -Dtests.look.folder=FOLDER} it keeps a picture of each page on a
 * phone, a tablet and a desktop, with names as they mostly are.
 */
@WholeApplication
record LookTests(RunningPostlotse postlotse) {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private static final List<Integer> WIDTHS = "all".equals(System.getProperty("tests.look"))
            ? List.of(320, 390, 576, 768, 800, 1024, 1280, 1920)
            : List.of(320, 1024, 1280);

    private static final String LONG_SERVER = "dns-2.rechenzentrum-frankfurt.kundennameserver.hoster.test";

    private static final List<Integer> PICTURES = List.of(390, 800, 1280);

    private static String zone = "";

    @BeforeAll
    static void makeAZoneWithAHistory(@Autowired RunningPostlotse postlotse, @Autowired Zones zones) {
        zone = Browsers.keepsPictures() ? postlotse.newZone() : postlotse.newLongZone();
        addServer(postlotse, zone, "mail2." + zone);
        postlotse.awaitLive(zone);
        String failing = "weg." + zone;
        zones.takeOver(Callers.SUPPORT, DomainName.of(failing), "10001", LONG_SERVER, List.of(), 1);
        addServer(postlotse, failing, "mail." + zone);
        await().until(() ->
                postlotse.mx(failing).json().at("/publication/problem").isString());
    }

    private static void addServer(RunningPostlotse postlotse, String zone, String target) {
        postlotse
                .api("kunde1")
                .post("/api/v1/zones/" + zone + "/mx", "{\"target\": \"%s\", \"priority\": \"20\"}".formatted(target))
                .expect(201);
    }

    static Stream<String> pages() {
        String domain = "/domains/ZONE";
        String record = "?owner=ZONE&record=10+mail.ZONE.";
        return Stream.of(
                "kunde1 /domains",
                "kunde1 " + domain,
                "kunde1 " + domain + "?check=",
                "kunde1 " + domain + "/mx/edit" + record,
                "kunde1 " + domain + "/mx/delete" + record,
                "kunde1 " + domain + "/mx/no-mail?owner=ZONE",
                "kunde1 " + domain + "/history",
                "kunde1 " + domain + "/history?from=gestern",
                "kunde1 " + domain + "/history/1/restore",
                "kunde1 " + domain + "/planned",
                "kunde1 " + domain + "/maintenance?owner=ZONE&target=mail.ZONE",
                "kunde1 " + domain + "/provider",
                "kunde1 " + domain + "/provider/google-workspace",
                "kunde1 " + domain + "/paste",
                "kunde1 " + domain + "/mail-path",
                "kunde1 /mail-path?q=ZONE",
                "kunde1 /help?q=Nameserver",
                "kunde1 /domains/notices",
                "kunde1 /account/tokens",
                "kunde1 /account/password",
                "kunde1 /account/mail",
                "kunde1 /help",
                "kunde1 /domains/gibt-es-nicht.example",
                "kunde1 " + domain + "/switch?owner=ZONE",
                "support /support",
                "support /support/review",
                "support /support/review/ZONE",
                "support /support/zones",
                "support /support/hosts?q=mail.ZONE",
                "support /support/changes?period=DAY",
                "support /support/replace",
                "support /support/approvals",
                "support /support/publishing",
                "support /support/sweep",
                "support /support/take-over",
                "support /support/zones/ZONE/report",
                "support " + domain,
                "admin /support/audit",
                "admin /support/accounts",
                "admin /support/accounts/new",
                "nobody /login");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsReadsAndCanBeHit(String visit) {
        String visitor = visit.substring(0, visit.indexOf(' '));
        String path = visit.substring(visit.indexOf(' ') + 1).replace("ZONE", zone);

        Page german = page(visitor, Device.DESKTOP);
        german.navigate(path);
        assertThatItFits(german, "de");
        assertThat(Browsers.accessibilityFaults(german)).isEmpty();
        keepPictures(german, visit, ColorScheme.LIGHT);

        Page english = page(visitor, new Device("en-GB", Device.DESKTOP.width(), true));
        english.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        english.navigate(path);
        assertThatItFits(english, "en");
        assertThat(Browsers.contrastFaults(english)).as("in the dark").isEmpty();
        keepPictures(english, visit, ColorScheme.DARK);
    }

    private Page page(String visitor, Device device) {
        return visitor.equals("nobody")
                ? browsers.open(device, postlotse)
                : browsers.openAs(visitor, device, postlotse);
    }

    private static void assertThatItFits(Page page, String language) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            assertThat(Browsers.sticksOut(page)).as("%s at %d", language, width).isEmpty();
            assertThat(faults(page)).as("%s at %d", language, width).isEmpty();
        }
    }

    /**
     * What is cut off, too small or a word torn in two, of all that is seen: links within sentences may be as small as their
     * text, and names may break.
     */
    private static List<String> faults(Page page) {
        return Browsers.found(page, """
                () => {
                    const faults = [];
                    const name = element => element.tagName + '.' + element.className + ' "'
                        + element.textContent.trim().slice(0, 40) + '"';
                    for (const element of document.querySelectorAll('body *')) {
                        const style = getComputedStyle(element);
                        const box = element.getBoundingClientRect();
                        if (!element.checkVisibility() || box.width <= 1 || element.closest('.unseen, .skip, svg')) {
                            continue;
                        }
                        const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
                        if (hides && element.scrollWidth > element.clientWidth + 1
                                && !element.matches('.bar__name, input')) {
                            faults.push('cut: ' + name(element));
                        }
                        if (element.matches('a, button, input, select, textarea, summary')
                                && (style.display !== 'inline' || element.matches('input'))
                                && !element.closest('label.check, label.choice')
                                && (box.width < 24 || box.height < 24)) {
                            faults.push('too small: ' + name(element) + ' ' + box.width + ' x ' + box.height);
                        }
                    }
                    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    while (texts.nextNode()) {
                        const text = texts.currentNode;
                        if (!text.parentElement.checkVisibility() || text.parentElement.closest('.unseen, .skip, .host, thead')) {
                            continue;
                        }
                        for (const word of text.data.matchAll(/(?<![\\p{L}\\p{N}.-])\\p{L}{2,16}(?![\\p{L}\\p{N}-]|\\.\\p{L})/gu)) {
                            const range = document.createRange();
                            range.setStart(text, word.index);
                            range.setEnd(text, word.index + word[0].length);
                            const lines = new Set([...range.getClientRects()].filter(box => box.width > 1)
                                .map(box => Math.round(box.top)));
                            if (lines.size > 1) {
                                faults.push('torn: ' + word[0] + ' in ' + name(text.parentElement));
                            }
                        }
                    }
                    return faults;
                }
                """);
    }

    private static void keepPictures(Page page, String visit, ColorScheme scheme) {
        if (!Browsers.keepsPictures()) {
            return;
        }
        for (int width : PICTURES) {
            page.setViewportSize(width, 900);
            String name = visit.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width + "-"
                    + scheme.name().toLowerCase(Locale.ROOT);
            Browsers.photograph(page, name);
        }
    }
}
