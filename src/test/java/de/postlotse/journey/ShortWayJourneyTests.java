package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How short the ways are that most customers come for, from "Meine Domains" on, by keyboard alone, with and without
 * JavaScript. An interaction is what one decides and does: to follow a link, to open something folded, to send a form.
 * To fill in the form that is open, and to move on to the next element with Tab, is none.
 */
@WholeApplication
class ShortWayJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private static final String PASSWORD = "postlotse-postlotse";

    /** Further away than any element of these pages is. */
    private static final int TABS = 80;

    private final RunningPostlotse postlotse;
    private final String zone;
    private int interactions;

    ShortWayJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.unmanagedZone();
        String customer = "W" + zone.replaceAll("[^a-z0-9]", "");
        postlotse
                .api("admin")
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"%s\"}".formatted(zone, customer))
                .expect(201);
        postlotse
                .apiByPassword("admin")
                .put(
                        "/api/v1/accounts/" + customer.toLowerCase(Locale.ROOT),
                        "{\"role\": \"CUSTOMER\", \"customer\": \"%s\", \"password\": \"%s\"}"
                                .formatted(customer, PASSWORD))
                .expect(201);
    }

    static Stream<Device> withAndWithoutJavaScript() {
        return Stream.of(new Device("de-DE", 1280, true), new Device("en-GB", 360, false));
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutJavaScript")
    void addsABackupServerInThree(Device device) {
        Page page = list(device);

        enter(page, page.locator("main a", new Page.LocatorOptions().setHasText(zone)));
        enter(page, page.locator("#form > summary"));
        fill(page, page.locator("#target"), "mail2." + zone);
        enter(page, page.locator("#form .btn--main"));

        assertThat(page.locator(".notice[data-tone=ok]").first()).containsText(device.says("Gespeichert.", "Saved."));
        assertThat(page.locator(".record")).hasCount(2);
        assertThat(interactions).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutJavaScript")
    void switchesToAProviderInFive(Device device) {
        postlotse.dns().with("mx.zoho.eu A 192.175.48.1", "mx2.zoho.eu A 192.175.48.2", "mx3.zoho.eu A 192.175.48.3");
        Page page = list(device);

        enter(page, page.locator("main a", new Page.LocatorOptions().setHasText(zone)));
        enter(
                page,
                page.locator(
                        ".choice",
                        new Page.LocatorOptions()
                                .setHasText(device.says(
                                        "Zu einem anderen Anbieter wechseln", "Switch to another provider"))));
        enter(page, page.locator(".choice", new Page.LocatorOptions().setHasText("Zoho Mail")));
        Locator region = page.locator("#region");
        reach(page, region);
        page.keyboard().type("Eu");
        assertThat(region).hasValue("zoho.eu");
        enter(page, page.locator("main .btn--main"));
        enter(page, page.locator(".confirm .btn--main"));

        assertThat(page.locator(".notice[data-tone=ok]").first()).containsText(device.says("Gespeichert.", "Saved."));
        assertThat(page.locator(".record")).hasCount(3);
        assertThat(interactions).isEqualTo(5);
    }

    private Page list(Device device) {
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device);
        Page page = pages.page();
        page.navigate("/login");
        page.locator("#username").fill(("W" + zone.replaceAll("[^a-z0-9]", "")).toLowerCase(Locale.ROOT));
        page.locator("#password").fill(PASSWORD);
        pages.press(device.says("Anmelden", "Log in"));
        assertThat(page.locator("h1")).containsText(device.says("Meine Domains", "My domains"));
        return page;
    }

    /** One interaction. */
    private void enter(Page page, Locator element) {
        reach(page, element);
        page.keyboard().press("Enter");
        interactions++;
    }

    private static void fill(Page page, Locator field, String text) {
        reach(page, field);
        page.keyboard().type(text);
    }

    /** With Tab, as somebody without a mouse does. */
    private static void reach(Page page, Locator element) {
        element.waitFor();
        for (int tabs = 0; tabs < TABS; tabs++) {
            if ((Boolean) element.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not to be reached by Tab: " + element);
    }
}
