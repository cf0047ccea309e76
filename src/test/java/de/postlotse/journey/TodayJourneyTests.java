package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff see at a glance what waits for them, and get there. */
@WholeApplication
record TodayJourneyTests(RunningPostlotse postlotse) {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    @OnDevices
    void landsOnWhatIsToBeDoneAndGoesThere(Device device) {
        String zone = postlotse.newZone();
        postlotse.changeElsewhere(zone, 300, "5 mx.anderswo.net");
        postlotse.visitor("support").post("/support/zones/" + zone + "/compare", Map.of("now", "yes"));
        await().atMost(RunningPostlotse.SOON)
                .untilAsserted(() -> assertThat(postlotse
                                .api("support")
                                .get("/api/v1/findings?kind=DRIFTED")
                                .texts("/findings", "zone"))
                        .contains(zone));
        postlotse.visitor("support").post("/support/sweep/go-on", Map.of("now", "yes")); // what waits is counted anew

        ZonePageObject pages = browsers.logIn("support", device, postlotse);
        Page page = pages.page();

        assertThat(page.locator("h1")).containsText(device.says("Übersicht", "Overview"));
        assertThat(page.locator(".queue")).containsText(device.says("Nameserver weicht ab", "Name server differs"));
        page.locator(".chart details > summary").first().click();
        assertThat(page.locator(".chart details table tbody tr").first()).isVisible();
        pages.look("desk-today");

        pages.openSide();
        assertThat(page.locator(".side .count").first()).isVisible();
        page.navigate("/support");
        page.locator(".queue a[href*='kind=DRIFTED']").click();
        assertThat(page.locator("main tbody")).containsText(zone);

        // Ten that differ at one name server would be an incident, and no longer a line each
        postlotse.changeElsewhere(zone, 3_600, "10 mail." + zone);
        postlotse.visitor("support").post("/support/zones/" + zone + "/compare", Map.of("now", "yes"));
    }
}
