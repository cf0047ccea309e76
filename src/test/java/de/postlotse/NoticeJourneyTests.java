package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.postlotse.Browsers.Device;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Staff change a customer's zone: who sees that where, in a real browser; and the report that they hand out. */
@WholeApplication
class NoticeJourneyTests {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String customer;
    private final String zone;

    NoticeJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.unmanagedZone();
        this.customer = "K" + zone.replaceAll("[^a-z0-9]", "");
        takeOver(zone);
        put(
                "/api/v1/accounts/" + username(),
                "{\"role\": \"CUSTOMER\", \"customer\": \"%s\", \"password\": \"%s\"}"
                        .formatted(customer, "postlotse-postlotse"));
    }

    static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true),
                new Device("en-GB", 1280, true),
                new Device("de-DE", 1280, false),
                new Device("en-GB", 360, false));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void whatStaffChangeIsToldToTheCustomerUntilItIsRead(Device device) {
        List<String> others = Stream.generate(postlotse::unmanagedZone).limit(3).toList();
        others.forEach(this::takeOver);
        others.forEach(other -> change(other, "/mx"));
        change(zone, "/mx/@");

        ZonePageObject pages = customer(device);
        assertThat(pages.page().locator(".notices .notice")).not().hasCount(0);
        look(device, pages.page(), "notices");
        pages.page().navigate("/domains/notices");
        assertThat(pages.page().locator("ol.history > li")).hasCount(4);
        look(device, pages.page(), "notices-list");

        pages.open(zone);
        assertThat(pages.text(device.says("Unser Support hat am", "Our support changed")))
                .isVisible();
        look(device, pages.page(), "notices-zone");
        pages.page().locator(".notices button").click();
        assertThat(pages.page().locator(".notices .notice")).hasCount(0);

        pages.page().navigate("/domains");
        pages.press(device.says("Alles gelesen", "Mark all as read"));
        assertThat(pages.page().locator(".notices")).hasCount(0);

        pages.page().navigate("/account/mail");
        pages.type(device.says("E-Mail-Adresse", "E-mail address"), "keine Adresse")
                .press(device.says("Speichern", "Save"));
        assertThat(pages.page().locator("#email-fault")).isVisible();
        look(device, pages.page(), "notices-mail");
        pages.type(device.says("E-Mail-Adresse", "E-mail address"), "anna@kunde.example")
                .press(device.says("Speichern", "Save"));
        assertThat(pages.page().locator("#email")).hasValue("anna@kunde.example");
    }

    @ParameterizedTest
    @MethodSource("devices")
    void staffSeeWhatHasChangedAndHandOutAReport(Device device) {
        change(zone, "/mx/@");
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device).logIn("support");
        pages.page().navigate("/support/changes");
        pages.page().locator("#customer").fill(customer);
        pages.press(device.says("Anzeigen", "Show"));
        assertThat(pages.page().locator("table.changes tbody tr")).hasCount(2);
        look(device, pages.page(), "changes");

        pages.open(zone);
        pages.press(device.says("Link erstellen", "Make a link"));
        String link = pages.page().locator("#secret").inputValue();
        look(device, pages.page(), "report-links");
        pages.page().reload();
        assertThat(pages.page().locator("#secret")).hasCount(0);

        Page report = browsers.open(device, postlotse);
        report.navigate(URI.create(link).getRawPath());
        assertThat(report.getByText("mail2." + zone).first()).isVisible();
        assertThat(report.locator("a")).hasCount(1);
        assertThat(report.content()).doesNotContain("support<", customer);
        look(device, report, "report");

        pages.press(device.says("Link 1 widerrufen", "Revoke link 1")
                .replace("1", pages.page().locator("input[name=id]").inputValue()));
        report.reload();
        assertThat(report.locator("h1"))
                .containsText(device.says("Diesen Bericht gibt es nicht", "There is no such report"));
        look(device, report, "report-gone");
    }

    @Test
    void theReportLeavesNoTraceAndTellsNothingToStrangers() {
        Visitor support = postlotse.visitor("support");
        support.get("/domains/" + zone);
        Answer page = support.follow(support.post("/support/zones/" + zone + "/report", Map.of("validity", "DAY")));
        String path = page.body().replaceAll("(?s).*http://[^/]*(/report/[\\w-]+).*", "$1");

        Answer report = postlotse.visitor().get(path);
        Answer forged =
                postlotse.visitor().get(path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"));
        Answer nonsense = postlotse.visitor().get("/report/x");

        assertThat(report.status()).isEqualTo(200);
        assertThat(forged.status()).isEqualTo(404);
        assertThat(nonsense.body()).isEqualTo(forged.body()).doesNotContain(zone);
        for (Answer answer : List.of(report, forged, nonsense)) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.headers("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.header("X-Robots-Tag")).contains("noindex");
            assertThat(answer.headers("Set-Cookie")).isEmpty();
        }
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    private void takeOver(String name) {
        Answer taken = postlotse
                .api("admin")
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"%s\"}".formatted(name, customer));
        assertThat(taken.status()).as(taken::toString).isEqualTo(201);
    }

    private void change(String name, String path) {
        String owners = path.equals("/mx") ? "\"owners\": [\"@\"], " : "";
        Answer changed = postlotse
                .api("support")
                .put(
                        "/api/v1/zones/" + name + path,
                        "{" + owners + "\"records\": [{\"priority\": \"20\", \"target\": \"mail2." + name + "\"}]}");
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
    }

    private void put(String path, String json) {
        Answer answer = postlotse.apiByPassword("admin").put(path, json);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
    }

    private String username() {
        return customer.toLowerCase(Locale.ROOT);
    }

    private ZonePageObject customer(Device device) {
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device);
        pages.page().navigate("/login");
        pages.page().locator("#username").fill(username());
        pages.page().locator("#password").fill("postlotse-postlotse");
        return pages.press(device.says("Anmelden", "Log in"));
    }

    private static void look(Device device, Page page, String name) {
        Browsers.photograph(page, name + "-" + device.name());
        if (device.javaScript()) { // without it axe-core waits for ever
            assertThat(Browsers.accessibilityFaults(page)).as(name).isEmpty();
        }
        assertThat(Browsers.fitsInWidth(page)).as(name).isTrue();
    }
}
