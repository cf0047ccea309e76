package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.MxReplacement;
import de.postlotse.publishing.NameServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody of support works off the list of what is to be looked at. */
@WholeApplication
class ReviewJourneyTests {

    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    /** Nobody else's: their zones would have findings too. */
    private static final AtomicInteger LAST_CUSTOMER = new AtomicInteger(9_500_000);

    private final RunningPostlotse postlotse;
    private final String customer = Integer.toString(LAST_CUSTOMER.incrementAndGet());
    private List<String> zones = List.of();

    ReviewJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

    /** Each has one server, and the first something else at the name server. */
    @BeforeEach
    void haveZonesWithFindings() {
        zones = IntStream.range(0, 3).mapToObj(i -> postlotse.newZone(customer)).toList();
        DomainName name = DomainName.of(zones.getFirst());
        NameServer server = postlotse.nameServer();
        server.replaceMx(
                name,
                MxReplacement.of(
                        server.read(name).mxSets(),
                        List.of(MxSet.of(name, new Ttl(300), List.of(MxRecord.of(5, "mx.anderswo.net"))))));
        postlotse.visitor("support").post("/support/zones/" + zones.getFirst() + "/compare", Map.of("now", "yes"));
        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(findings()).hasSize(4));
    }

    static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true),
                new Device("en-GB", 1280, true),
                new Device("en-GB", 360, false),
                new Device("de-DE", 1280, false));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void worksOffTheListZoneByZone(Device device) {
        List<String> faults = new ArrayList<>();
        Page page = open(device, "/support/review");
        page.locator("#customer").fill(customer);
        press(page, device.says("Anzeigen", "Show"));
        assertThat(page.locator("table.findings tbody tr")).hasCount(4);
        assertThat(page.locator("table.findings tbody tr").first())
                .containsText(device.says("Nameserver weicht ab", "Name server differs"));
        look(page, "review-list", device, faults);

        page.locator("table.findings th[scope=row] a").first().click();
        assertThat(page.locator("h1")).containsText(zones.getFirst());
        assertThat(page.locator("#drift")).containsText("mx.anderswo.net");
        if (device.javaScript()) {
            assertThat(page.locator(".way-picture")).isVisible();
            assertThat(page.locator("td.answer .verdict").first()).isVisible();
        } else {
            page.navigate(page.url() + "&check="); // what the link says that only a browser without JavaScript shows
            assertThat(page.locator("td.answer .verdict").first()).isVisible();
        }
        look(page, "review-zone", device, faults);

        press(page, device.says("Geprüft, weiter zur nächsten", "Reviewed, go on to the next"));
        assertThat(page.locator("#remark-fault")).isVisible();
        page.locator("#lookAgainOn").fill("2020-01-01");
        page.locator("#remark").fill("Mit dem Kunden gesprochen");
        press(page, device.says("Geprüft, weiter zur nächsten", "Reviewed, go on to the next"));
        assertThat(page.locator("#remark")).hasValue("Mit dem Kunden gesprochen");
        assertThat(page.locator("#lookAgainOn")).hasAttribute("aria-invalid", "true");
        look(page, "review-zone-refused", device, faults);
        page.locator("#lookAgainOn").fill("");
        press(page, device.says("Geprüft, weiter zur nächsten", "Reviewed, go on to the next"));

        assertThat(page.locator("h1")).containsText(zones.get(1));
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(zones.getFirst());
        if (device.width() > 600) {
            go(page, "next", "n");
            assertThat(page.locator("h1")).containsText(zones.get(2));
            assertThat(page.locator(".neighbours")).containsText(device.says("Ende der Liste", "End of the list"));
            go(page, "prev", device.says("v", "p"));
            assertThat(page.locator("h1")).containsText(zones.get(1));
        }
        assertThat(findings()).doesNotContain(zones.getFirst()).hasSize(2);
        assertThat(faults).isEmpty();
    }

    @Test
    void decidesWhoseRecordsCountAndTurnsAdviceOff() {
        List<String> faults = new ArrayList<>();
        Page page = open(Device.PHONE, "/support/review?customer=" + customer);
        page.locator("table.findings th[scope=row] a").first().click();
        press(page, "Stand des Nameservers übernehmen");
        assertThat(page.locator("#drift")).hasCount(0);
        assertThat(page.locator("a[rel=next]")).isVisible();
        assertThat(page.locator("td.host").first()).containsText("mx.anderswo.net");

        page.locator("a[rel=next]").click();
        page.locator("summary").click();
        press(page, "Hinweis abschalten");
        assertThat(page.locator("#reason-fault")).isVisible();
        page.locator("#reason").fill("vom Kunden so gewünscht");
        press(page, "Hinweis abschalten");
        assertThat(page.getByText("vom Kunden so gewünscht")).isVisible();
        assertThat(page.getByText("zurzeit nichts auszusetzen")).isVisible();
        look(page, "review-waived", Device.PHONE, faults);

        press(page, "Hinweis wieder einschalten");
        assertThat(page.getByText("vom Kunden so gewünscht")).hasCount(0);
        assertThat(faults).isEmpty();
    }

    private List<String> findings() {
        return postlotse
                .api("support")
                .get("/api/v1/findings?customer=" + customer)
                .texts("/findings", "zone");
    }

    private Page open(Device device, String path) {
        Page page = new ZonePageObject(BROWSERS.open(device, postlotse), device)
                .logIn("support")
                .page();
        page.navigate(path);
        return page;
    }

    /** By keyboard; the browser itself does the same for Alt and the key that the link names, which no script can press. */
    private static void go(Page page, String where, String key) {
        Locator link = page.locator("a[rel=" + where + "]");
        assertThat(link).hasAttribute("accesskey", key);
        link.focus();
        page.keyboard().press("Enter");
    }

    private static void press(Page page, String button) {
        Locator found = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
        found.click();
    }

    private static void look(Page page, String name, Device device, List<String> faults) {
        if (device.javaScript()) {
            Browsers.accessibilityFaults(page).forEach(fault -> faults.add(name + ": " + fault));
        }
        if (!Browsers.fitsInWidth(page)) {
            faults.add(name + " is wider than the screen");
        }
        Browsers.photograph(page, name + "-" + device.name());
    }
}
