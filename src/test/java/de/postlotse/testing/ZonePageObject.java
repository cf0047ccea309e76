package de.postlotse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.testing.Browsers.Device;

/** The pages of Postlotse as a person uses them: by labels and by what is written on buttons. */
public record ZonePageObject(Page page, Device device) {

    public ZonePageObject logIn(String username) {
        page.navigate("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(RunningPostlotse.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(device.says("Anmelden", "Log in")))
                .click();
        page.waitForURL(address -> !address.endsWith("/login")); // whoever goes on before is not logged in yet
        return this;
    }

    public ZonePageObject open(String zone) {
        page.navigate("/domains/" + zone);
        return this;
    }

    public ZonePageObject type(String label, String text) {
        field(label).fill(text);
        return this;
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Locator target() {
        return field(device.says("Mailserver (MX-Servername)", "Mail server (MX server name)"));
    }

    public ZonePageObject typeTarget(String text) {
        openForm().target().fill(text);
        return this;
    }

    /** Shows the form of a server, which is a button until somebody needs it. */
    public ZonePageObject openForm() {
        if (!target().isVisible()) {
            page.locator("#form > summary").click();
        }
        return this;
    }

    /** Shows what can be done with a server. */
    public ZonePageObject openActions(String host) {
        row(host).locator(".menu > summary").click();
        return this;
    }

    public ZonePageObject submit() {
        return press(device.says("Eintragen", "Add"));
    }

    /** A button, or a link that looks like one. */
    public ZonePageObject press(String text) {
        Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName(text).setExact(true);
        page.getByRole(AriaRole.BUTTON, named)
                .or(page.getByRole(AriaRole.LINK, named))
                .and(page.locator("main *"))
                .click();
        return this;
    }

    /** One of the choices that say in a second line what they are for. */
    public ZonePageObject choose(String text) {
        page.locator(".choice", new Page.LocatorOptions().setHasText(text)).click();
        return this;
    }

    public Locator row(String host) {
        return page.locator(
                "tr, .record",
                new Page.LocatorOptions().setHas(page.locator(".host", new Page.LocatorOptions().setHasText(host))));
    }

    /** What DNS says of a server; without JavaScript one asks for it. */
    public Locator answer(String host) {
        return row(host).locator(".health");
    }

    /** Finds the page without a fault and not wider than the screen, and keeps a picture of it. */
    public void look(String name) {
        Browsers.photograph(page, name + "-" + device.name());
        if (device.javaScript()) { // the pages are the same without it, where axe-core itself could not run
            assertThat(Browsers.accessibilityFaults(page)).as(name).isEmpty();
        }
        assertThat(Browsers.sticksOut(page)).as(name).isEmpty();
    }

    /** Opens the menu of the account, where what is rare is. */
    public ZonePageObject openMenu() {
        page.locator(".bar .menu > summary").click();
        return this;
    }

    /** Shows what staff have, where the screen has no room for it beside the page. */
    public ZonePageObject openSide() {
        if (page.locator(".side-open").isVisible()) {
            page.locator(".side-open").click();
        }
        return this;
    }

    /** Shows the fields that narrow a list. */
    public ZonePageObject openFilter() {
        page.locator(".filters > summary").click();
        return this;
    }

    public Locator link(String text) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text));
    }

    public Locator text(String text) {
        return page.getByText(text);
    }
}
