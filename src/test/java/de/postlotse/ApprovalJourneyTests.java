package de.postlotse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;
import de.postlotse.zone.FourEyesProperties.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people and a change that needs both, in a real browser. */
@WholeApplication
class ApprovalJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;
    private final List<String> faults = new ArrayList<>();

    ApprovalJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
        postlotse.watch(zone, Kind.NULL_MX);
    }

    /** Each language at each width, and each of them once without JavaScript. */
    static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true),
                new Device("en-GB", 1280, true),
                new Device("en-GB", 360, false),
                new Device("de-DE", 1280, false));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aChangeIsRejectedAndAskedForAgainAndApproved(Device device) {
        Page author = logIn(device, "kunde1");
        ask(author, device);
        assertThat(author.getByRole(AriaRole.STATUS).last())
                .containsText(device.says("Noch nicht gespeichert", "Not saved yet"));
        look(author, "approval-waits", device);

        Page decider = logIn(device, "support");
        open(decider, device);
        look(decider, "approval-decide", device);
        press(decider, device.says("Ablehnen", "Reject"));
        assertThat(decider.getByRole(AriaRole.ALERT))
                .containsText(device.says("weshalb Sie ablehnen", "why you reject it"));
        assertThat(decider.locator("#reason")).isFocused();
        look(decider, "approval-no-reason", device);
        decider.keyboard().type("Bitte erst anrufen");
        decider.keyboard().press("Enter");
        assertThat(decider.locator(".approval-REJECTED")).isVisible();
        look(decider, "approval-rejected", device);

        author.navigate("/domains/" + zone);
        assertThat(author.locator(".held-changes")).containsText("Bitte erst anrufen");
        look(author, "approval-rejected-zone", device);
        ask(author, device);

        open(decider, device);
        decider.locator("#remark").fill("besprochen");
        decider.keyboard().press("Enter");
        assertThat(decider.locator(".approval-APPLIED")).isVisible();
        decider.navigate("/support/approvals");
        look(decider, "approvals", device);
        assertThat(postlotse.version(zone)).isEqualTo(2);
        assertThat(faults).isEmpty();
    }

    private void ask(Page page, Device device) {
        page.navigate("/domains/" + zone + "/mx/no-mail?owner=" + zone);
        press(page, device.says("Keine E-Mail annehmen", "Take no mail"));
    }

    private void open(Page page, Device device) {
        page.navigate("/domains/" + zone);
        page.getByText(device.says("Ansehen und entscheiden", "Look and decide"))
                .click();
    }

    private void look(Page page, String name, Device device) {
        Browsers.photograph(page, name + "-" + device.name());
        if (device.javaScript()) {
            Browsers.accessibilityFaults(page).forEach(fault -> faults.add(name + ": " + fault));
        }
        if (!Browsers.fitsInWidth(page)) {
            faults.add(name + " is wider than the screen");
        }
    }

    private Page logIn(Device device, String username) {
        return new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn(username)
                .page();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
