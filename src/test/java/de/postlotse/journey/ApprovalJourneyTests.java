package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import de.postlotse.zone.change.FourEyesProperties.Kind;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people and a change that needs both, in a real browser. */
@WholeApplication
class ApprovalJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;

    ApprovalJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
        postlotse.watch(zone, Kind.NULL_MX);
    }

    @OnDevices
    void aChangeIsRejectedAndAskedForAgainAndApproved(Device device) {
        ZonePageObject author = browsers.logIn("kunde1", device, postlotse);
        ask(author);
        assertThat(author.page().getByRole(AriaRole.STATUS).last())
                .containsText(device.says("Noch nicht gespeichert", "Not saved yet"));
        author.look("approval-waits");

        ZonePageObject decider = browsers.logIn("support", device, postlotse);
        open(decider);
        decider.look("approval-decide");
        decider.press(device.says("Ablehnen", "Reject"));
        assertThat(decider.page().getByRole(AriaRole.ALERT))
                .containsText(device.says("weshalb Sie ablehnen", "why you reject it"));
        assertThat(decider.page().locator("#reason")).isFocused();
        decider.look("approval-no-reason");
        decider.page().keyboard().type("Bitte erst anrufen");
        decider.page().keyboard().press("Enter");
        assertThat(decider.page().locator("[data-state=REJECTED]")).isVisible();
        decider.look("approval-rejected");

        author.open(zone);
        assertThat(author.page().locator(".held-changes")).containsText("Bitte erst anrufen");
        author.look("approval-rejected-zone");
        ask(author);

        open(decider);
        decider.page().locator("#remark").fill("besprochen");
        decider.page().keyboard().press("Enter");
        assertThat(decider.page().locator("[data-state=APPLIED]")).isVisible();
        decider.page().navigate("/support/approvals");
        decider.look("approvals");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    private void ask(ZonePageObject author) {
        author.page().navigate("/domains/" + zone + "/mx/no-mail?owner=" + zone);
        author.press(author.device().says("Keine E-Mail annehmen", "Take no mail"));
    }

    private void open(ZonePageObject decider) {
        decider.open(zone)
                .text(decider.device().says("Ansehen und entscheiden", "Look and decide"))
                .click();
    }
}
