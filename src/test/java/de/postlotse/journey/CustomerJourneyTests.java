package de.postlotse.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.OnDevices;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import de.postlotse.testing.ZonePageObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer does, in a real browser: in both languages, on phone and desktop, with and without JavaScript. */
@WholeApplication
class CustomerJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    private final RunningPostlotse postlotse;
    private final String zone;

    CustomerJourneyTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
    }

    @OnDevices
    void addsABackupAndSeesItGoLive(Device device) {
        ZonePageObject pages = new ZonePageObject(browsers.open(device, postlotse), device)
                .logIn("kunde1")
                .open(zone);
        pages.typeTarget("mail2." + zone).submit();

        assertThat(pages.text(device.says("Gespeichert.", "Saved."))).isVisible();
        assertThat(pages.row("mail2." + zone)).isVisible();
        postlotse.awaitLive(zone);
        if (!device.javaScript()) {
            pages.open(zone);
        }
        assertThat(pages.text(device.says("Aktiv seit", "Live since"))).isVisible();
        await().untilAsserted(() -> assertThat(postlotse.dig().mx(zone)).contains("20 mail2." + zone));
        Browsers.photograph(pages.page(), "live-" + device.name());
    }

    @OnDevices
    void isToldWhatIsWrongAndMendsItWithOneClick(Device device) {
        ZonePageObject pages = visit(device);
        pages.typeTarget("www." + zone).submit();

        assertThat(pages.target()).hasValue("www." + zone);
        assertThat(pages.target()).isFocused();
        assertThat(pages.target()).hasAttribute("aria-invalid", "true");
        assertThat(pages.page().locator("#feedback-target")).containsText(device.says("ist ein Alias", "is an alias"));
        Browsers.photograph(pages.page(), "refused-" + device.name());

        pages.press(device.says("Übernehmen: ", "Take over: ") + zone);
        assertThat(pages.target()).hasValue(zone);
        pages.submit();
        assertThat(pages.text(device.says("Gespeichert.", "Saved."))).isVisible();
    }

    @OnDevices
    void letsAProgramInAndLocksItOutAgain(Device device) {
        ZonePageObject pages = visit(device);
        String name = "Skript " + device.name();
        pages.openMenu()
                .text(device.says("Zugänge für Programme", "Access for programs"))
                .click();
        pages.type(device.says("Name", "Name"), name)
                .type(device.says("Ihr jetziges Passwort", "Your present password"), RunningPostlotse.PASSWORD)
                .press(device.says("Zugang anlegen", "Create access"));

        Locator secret = pages.field(
                device.says("Token des neuen Zugangs „" + name + "“", "Token of the new access “" + name + "”"));
        assertThat(secret).hasValue(Pattern.compile("plt_.{43}"));
        assertThat(secret).isFocused();
        pages.look("token");

        pages.page().reload();
        assertThat(secret).hasCount(0);
        pages.press(device.says("Zugang „" + name + "“ widerrufen", "Revoke access “" + name + "”"));
        assertThat(pages.text(device.says("Der Zugang ist widerrufen.", "The access is revoked.")))
                .isVisible();
        assertThat(pages.text(name)).hasCount(0);
    }

    @Test
    void isWarnedWhileStillTyping() {
        ZonePageObject pages = visit(Device.DESKTOP);
        pages.typeTarget("https://mail2." + zone + "/");

        assertThat(pages.page().locator("#feedback-target")).containsText("Hier gehört nur der Name des Servers hin");
        pages.press("Übernehmen: mail2." + zone);
        assertThat(pages.target()).hasValue("mail2." + zone);
    }

    @Test
    void seesWhatDnsSaysOfEachServerWithoutAsking() {
        ZonePageObject pages = visit(Device.DESKTOP);

        assertThat(pages.answer("mail." + zone)).hasText("In Ordnung");
        assertThat(pages.row("mail." + zone)).containsText("192.175.48.81");
    }

    @Test
    void withoutJavaScriptAsksDnsByALink() {
        ZonePageObject pages = visit(new Device("de-DE", 1280, false));
        pages.page().locator("noscript a").last().click();

        assertThat(pages.answer("mail." + zone)).hasText("In Ordnung");
    }

    @Test
    void isAskedBeforeTheLastServerGoes() {
        ZonePageObject pages = visit(Device.PHONE);
        pages.openActions("mail." + zone).press("mail." + zone + " löschen");

        assertThat(pages.text("Das ist der letzte Eintrag für " + zone)).isVisible();
        assertThat(pages.text("an die Adresse von " + zone + " selbst")).isVisible();
        pages.press("Löschen");
        assertThat(pages.text("Für " + zone + " selbst ist kein Mailserver eingetragen"))
                .isVisible();
    }

    @Test
    void switchesToTheHostersServersAndToNoMailAtAll() {
        ZonePageObject pages = visit(Device.DESKTOP);
        pages.choose("Unsere Mailserver verwenden");
        assertThat(pages.text("Alle Mailserver wechseln auf einmal")).isVisible();
        pages.press("Jetzt umstellen");
        assertThat(pages.row("mx1.hoster.example")).isVisible();
        assertThat(pages.row("mx2.hoster.example")).isVisible();
        assertThat(pages.row("mail." + zone)).hasCount(0);

        pages.choose("Keine E-Mail für diese Domain");
        pages.press("Keine E-Mail annehmen");
        assertThat(pages.text("Hier ist eingetragen: Diese Domain nimmt keine E-Mail an."))
                .isVisible();
    }

    @Test
    void secondTabKeepsItsInputAndSeesTheNewState() {
        ZonePageObject first = visit(Device.DESKTOP);
        ZonePageObject second = visit(Device.DESKTOP);
        first.typeTarget("s1." + zone).submit();
        assertThat(first.text("Gespeichert.")).isVisible();

        second.typeTarget("s2." + zone).submit();
        assertThat(second.text("Ihre Eingabe ist noch da, gespeichert ist sie nicht."))
                .isVisible();
        assertThat(second.row("s1." + zone)).isVisible();
        assertThat(second.target()).hasValue("s2." + zone);
        Browsers.photograph(second.page(), "conflict");

        second.press("Trotzdem eintragen");
        assertThat(second.row("s2." + zone)).isVisible();
        assertThat(second.row("s1." + zone)).isVisible();
    }

    @Test
    void canDoItAllByKeyboard() {
        ZonePageObject pages = visit(Device.DESKTOP);
        pages.page().locator("#form > summary").focus();
        pages.page().keyboard().press("Enter");
        pages.page().keyboard().press("Tab");
        pages.page().keyboard().type("mail2." + zone);
        pages.page().keyboard().press("Enter");

        assertThat(pages.row("mail2." + zone)).isVisible();
    }

    @Test
    void enterSavesEvenWhereARepairIsOffered() {
        ZonePageObject pages = visit(Device.DESKTOP);
        pages.typeTarget("mail2");
        assertThat(pages.page().locator("button.repair")).isVisible();
        pages.target().press("Enter");

        assertThat(pages.page().getByRole(AriaRole.ALERT)).containsText("Es wurde nichts gespeichert");
        assertThat(pages.target()).hasValue("mail2");
    }

    @Test
    void readsThatNothingIsLostWhileDnsIsDown() {
        String host = "mail.still.net";
        postlotse.dns().when(host).silent();
        ZonePageObject pages = visit(Device.DESKTOP);
        pages.typeTarget(host).submit();

        assertThat(pages.text("Der Eintrag konnte gerade nicht geprüft werden")).isVisible();
        assertThat(pages.target()).hasValue(host);
    }

    private ZonePageObject visit(Device device) {
        return browsers.logIn("kunde1", device, postlotse).open(zone);
    }
}
