package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody of support works off the list of what is to be looked at. */
@WholeApplication
class ReviewJourneyTests {

    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    /** Nobody else's: their zones would have findings too. */
    private static final AtomicInteger LAST_CUSTOMER = new AtomicInteger(9_500_000);

    @Autowired
    private RunningPostlotse postlotse;

    @Autowired
    private JdbcClient store;

    private final String customer = Integer.toString(LAST_CUSTOMER.incrementAndGet());
    private List<String> zones = List.of();

    /** Each has one server, and the first something else at the name server. */
    @BeforeEach
    void haveZonesWithFindings() {
        zones = IntStream.range(0, 3).mapToObj(i -> postlotse.newZone(customer)).toList();
        zones.forEach(
                zone -> store.sql("merge into mail_host (name, host_condition, since) values (?, 'USABLE', now())")
                        .param("mail." + zone)
                        .update());
        postlotse.changeElsewhere(zones.getFirst(), 300, "5 mx.anderswo.net");
        postlotse.visitor("support").post("/support/zones/" + zones.getFirst() + "/compare", Map.of("now", "yes"));
        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(findings()).hasSize(4));
    }

    @OnDevices
    void worksOffTheListZoneByZone(Device device) {
        ZonePageObject pages = open(device, "/support/review");
        Page page = pages.page();
        pages.openFilter().page().locator("#customer").fill(customer);
        pages.press(device.says("Anzeigen", "Show"));
        assertThat(page.locator(".findings tbody tr")).hasCount(1);
        page.locator(".chip").last().click();
        assertThat(page.locator(".findings tbody tr")).hasCount(3);
        assertThat(page.locator(".findings tbody tr").first())
                .containsText(device.says("Nameserver weicht ab", "Name server differs"));
        pages.look("review-list");

        page.locator(".findings th[scope=row] a").first().click();
        assertThat(page.locator("h1")).containsText(zones.getFirst());
        assertThat(page.locator("#drift")).containsText("mx.anderswo.net");
        assertThat(page.locator("td.dns + td small").first()).containsText(device.says("seit", "since"));
        if (device.javaScript()) {
            assertThat(page.locator(".route")).isVisible();
            assertThat(page.locator("td.dns .health").first()).isVisible();
        } else {
            page.navigate(page.url() + "&check="); // what the link says that only a browser without JavaScript shows
            assertThat(page.locator("td.dns .health").first()).isVisible();
        }
        pages.look("review-zone");

        pages.press(device.says("Geprüft, zur nächsten", "Reviewed, to the next"));
        assertThat(page.locator("#remark-fault")).isVisible();
        page.locator("#lookAgainOn").fill("2020-01-01");
        page.locator("#remark").fill("Mit dem Kunden gesprochen");
        pages.press(device.says("Geprüft, zur nächsten", "Reviewed, to the next"));
        assertThat(page.locator("#remark")).hasValue("Mit dem Kunden gesprochen");
        assertThat(page.locator("#lookAgainOn")).hasAttribute("aria-invalid", "true");
        pages.look("review-zone-refused");
        page.locator("#lookAgainOn").fill("");
        pages.press(device.says("Geprüft, zur nächsten", "Reviewed, to the next"));

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
    }

    @OnDevices
    void ticksSeveralOffAtOnce(Device device) {
        ZonePageObject pages = open(device, "/support/review?show=ADVICE&customer=" + customer);
        Page page = pages.page();
        String done = device.says("Als geprüft vermerken", "Mark as reviewed");
        assertThat(page.locator(".confirm")).isHidden();
        page.locator("input[value='" + zones.get(1) + "']").check();
        page.locator("input[value='" + zones.get(2) + "']").check();
        pages.look("review-ticked");
        pages.press(done);

        assertThat(page.locator("#remark-fault")).isVisible();
        assertThat(page.locator("input[value='" + zones.get(1) + "']")).isChecked();
        assertThat(page.locator("input[value='" + zones.getFirst() + "']"))
                .not()
                .isChecked();
        pages.look("review-ticked-refused");
        page.locator("#remark").fill("So gewollt");
        pages.press(done);

        assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText(device.says("2 Domains sind", "2 domains are"));
        assertThat(page.locator(".findings tbody tr")).hasCount(1);
        assertThat(page.locator(".findings tbody")).containsText(zones.getFirst());
    }

    @Test
    void decidesWhoseRecordsCountAndTurnsAdviceOff() {
        ZonePageObject pages = open(Device.PHONE, "/support/review?show=ALL&customer=" + customer);
        Page page = pages.page();
        page.locator(".findings th[scope=row] a").first().click();
        pages.press("Stand des Nameservers übernehmen");
        pages.press("Speichern");
        assertThat(page.locator("#drift")).hasCount(0);
        assertThat(page.locator("a[rel=next]")).isVisible();
        assertThat(page.locator("td.host").first()).containsText("mx.anderswo.net");

        page.locator("a[rel=next]").click();
        assertThat(page.locator("h1")).containsText(zones.get(1));
        page.locator("main summary").click();
        pages.press("Hinweis abschalten");
        assertThat(page.locator("#reason-fault")).isVisible();
        page.locator("#reason").fill("vom Kunden so gewünscht");
        pages.press("Hinweis abschalten");
        assertThat(page.getByText("vom Kunden so gewünscht")).isVisible();
        assertThat(page.getByText("ist kein Befund offen")).isVisible();
        pages.look("review-waived");

        pages.press("Hinweis wieder einschalten");
        assertThat(page.getByText("vom Kunden so gewünscht")).hasCount(0);
    }

    private List<String> findings() {
        return postlotse
                .api("support")
                .get("/api/v1/findings?customer=" + customer)
                .texts("/findings", "zone");
    }

    private ZonePageObject open(Device device, String path) {
        ZonePageObject pages = BROWSERS.logIn("support", device, postlotse);
        pages.page().navigate(path);
        return pages;
    }

    /** By keyboard; the browser itself does the same for Alt and the key that the link names, which no script can press. */
    private static void go(Page page, String where, String key) {
        Locator link = page.locator("a[rel=" + where + "]");
        assertThat(link).hasAttribute("accesskey", key);
        link.focus();
        page.keyboard().press("Enter");
    }
}
