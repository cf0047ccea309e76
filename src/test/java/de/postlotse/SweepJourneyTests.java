package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.postlotse.Browsers.Device;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the sweep, in a real browser. */
@WholeApplication
class SweepJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;

    SweepJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

    static Stream<Device> devices() {
        return Stream.of(Device.PHONE, new Device("en-GB", 1280, true));
    }

    /** By the keyboard alone. */
    @ParameterizedTest
    @MethodSource("devices")
    void pausesTheSweepAndGoesOn(Device device) {
        Page page = new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("support")
                .page();
        page.navigate("/support/sweep");
        assertThat(page.locator("#figures")).containsText(device.says("Name existiert nicht", "name does not exist"));
        look(page, "sweep-" + device.name());

        page.locator("#sweep-pause").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice.warn")).containsText("support");
        look(page, "sweep-paused-" + device.name());

        page.locator("#sweep-go-on").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#sweep-pause")).isVisible();
        assertThat(page.locator(".notice.warn")).hasCount(0);
    }

    @Test
    void asksAllMailServersWhenStaffWantIt() {
        postlotse.newZone();
        await().atMost(RunningPostlotse.SOON).until(this::isOver);
        String before = sweep().text("/round/startedAt");

        postlotse.visitor("support").post("/support/sweep/now", Map.of("now", "yes"));

        await().atMost(RunningPostlotse.SOON)
                .until(() -> !sweep().text("/round/startedAt").equals(before) && isOver());
    }

    private boolean isOver() {
        return sweep().json().at("/round/endedAt").isString();
    }

    private Answer sweep() {
        return postlotse.api("support").get("/api/v1/sweep");
    }

    private static void look(Page page, String name) {
        assertThat(Browsers.accessibilityFaults(page)).as(name).isEmpty();
        assertThat(Browsers.fitsInWidth(page)).as(name).isTrue();
        Browsers.photograph(page, name);
    }
}
