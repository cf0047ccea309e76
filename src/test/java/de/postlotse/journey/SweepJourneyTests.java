package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.postlotse.testing.Answer;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the sweep, in a real browser. */
@WholeApplication
record SweepJourneyTests(RunningPostlotse postlotse) {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    static Stream<Device> devices() {
        return Stream.of(Device.PHONE, new Device("en-GB", 1280, true));
    }

    /** By the keyboard alone. */
    @ParameterizedTest
    @MethodSource("devices")
    void pausesTheSweepAndGoesOn(Device device) {
        ZonePageObject pages = browsers.logIn("support", device, postlotse);
        Page page = pages.page();
        page.navigate("/support/sweep");
        assertThat(page.locator("#figures")).containsText(device.says("Name existiert nicht", "name does not exist"));
        pages.look("sweep");

        page.locator("#sweep-pause").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[data-tone=warn]")).containsText("support");
        pages.look("sweep-paused");

        page.locator("#sweep-go-on").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#sweep-pause")).isVisible();
        assertThat(page.locator(".notice[data-tone=warn]")).hasCount(0);
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
}
