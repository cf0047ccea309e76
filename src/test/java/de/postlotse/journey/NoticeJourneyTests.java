package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.postlotse.testing.Answer;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    @OnDevices
    void whatStaffChangeIsToldToTheCustomerUntilItIsRead(Device device) {
        List<String> others = Stream.generate(postlotse::unmanagedZone).limit(3).toList();
        others.forEach(this::takeOver);
        others.forEach(other -> change(other, "/mx"));
        change(zone, "/mx/@");

        ZonePageObject pages = customer(device);
        assertThat(pages.page().locator(".notices .notice")).not().hasCount(0);
        pages.look("notices");
        pages.page().navigate("/domains/notices");
        assertThat(pages.page().locator("ol.history > li")).hasCount(4);
        pages.look("notices-list");

        pages.open(zone);
        assertThat(pages.text(device.says("Unser Support hat Ihre Domain", "Our support changed")))
                .isVisible();
        pages.look("notices-zone");
        pages.page().locator(".notices button").click();
        assertThat(pages.page().locator(".notices .notice")).hasCount(0);

        pages.page().navigate("/domains");
        pages.press(device.says("Alles gelesen", "Mark all as read"));
        assertThat(pages.page().locator(".notices")).hasCount(0);

        pages.page().navigate("/account/mail");
        pages.type(device.says("E-Mail-Adresse", "E-mail address"), "keine Adresse")
                .press(device.says("Speichern", "Save"));
        assertThat(pages.page().locator("#email-fault")).isVisible();
        pages.look("notices-mail");
        pages.type(device.says("E-Mail-Adresse", "E-mail address"), "anna@kunde.example")
                .type(device.says("Ihr jetziges Passwort", "Your present password"), "postlotse-postlotse")
                .press(device.says("Speichern", "Save"));
        assertThat(pages.page().locator("#email")).hasValue("anna@kunde.example");
    }

    @OnDevices
    void staffSeeWhatHasChangedAndHandOutAReport(Device device) {
        change(zone, "/mx/@");
        ZonePageObject pages = browsers.logIn("support", device, postlotse);
        pages.page().navigate("/support/changes");
        pages.openFilter().page().locator("#customer").fill(customer);
        pages.press(device.says("Anzeigen", "Show"));
        assertThat(pages.page().locator(".changes tbody tr")).hasCount(2);
        pages.look("changes");

        pages.open(zone);
        pages.press(device.says("Link erstellen", "Make a link"));
        String link = pages.page().locator("#secret").inputValue();
        pages.look("report-links");
        pages.page().reload();
        assertThat(pages.page().locator("#secret")).hasCount(0);

        ZonePageObject stranger = new ZonePageObject(browsers.open(device, postlotse), device);
        Page report = stranger.page();
        report.navigate(URI.create(link).getRawPath());
        assertThat(report.getByText("mail2." + zone).first()).isVisible();
        assertThat(report.locator("a")).hasCount(1);
        assertThat(report.content()).doesNotContain("support<", customer);
        stranger.look("report");

        pages.press(device.says("Link 1 widerrufen", "Revoke link 1")
                .replace("1", pages.page().locator("input[name=id]").inputValue()));
        report.reload();
        assertThat(report.locator("h1"))
                .containsText(device.says("Diesen Bericht gibt es nicht", "There is no such report"));
        stranger.look("report-gone");
    }

    @Test
    void theReportLeavesNoTraceAndTellsNothingToStrangers() {
        Visitor support = postlotse.visitor("support");
        support.get("/domains/" + zone);
        Answer page = support.follow(support.post("/support/zones/" + zone + "/report", Map.of("validity", "DAY")));
        String path = page.body().replaceAll("(?s).*http://[^/]*(/report/[\\w-]+).*", "$1");

        Answer report = postlotse.visitor().get(path).expect(200);
        Answer forged =
                postlotse.visitor().get(path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"));
        Answer nonsense = postlotse.visitor().get("/report/x");

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
        postlotse
                .api("admin")
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"%s\"}".formatted(name, customer))
                .expect(201);
    }

    private void change(String name, String path) {
        String owners = path.equals("/mx") ? "\"owners\": [\"@\"], " : "";
        postlotse
                .api("support")
                .put(
                        "/api/v1/zones/" + name + path,
                        "{" + owners + "\"records\": [{\"priority\": \"20\", \"target\": \"mail2." + name + "\"}]}")
                .expect(200);
    }

    private void put(String path, String json) {
        postlotse.apiByPassword("admin").put(path, json).expect(201);
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
}
