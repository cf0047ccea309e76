package de.postlotse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.postlotse.Browsers.Device;

/** The pages of Postlotse as a person uses them: by labels and by what is written on buttons. */
record ZonePageObject(Page page, Device device) {

    ZonePageObject logIn(String username) {
        page.navigate("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(RunningPostlotse.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(device.says("Anmelden", "Log in")))
                .click();
        return this;
    }

    ZonePageObject open(String zone) {
        page.navigate("/domains/" + zone);
        return this;
    }

    ZonePageObject type(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator target() {
        return field(device.says("MX-Servername", "MX server name"));
    }

    ZonePageObject typeTarget(String text) {
        target().fill(text);
        return this;
    }

    ZonePageObject submit() {
        return press(device.says("Eintragen", "Add"));
    }

    ZonePageObject press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Locator row(String host) {
        return page.locator(
                "tr",
                new Page.LocatorOptions().setHas(page.locator(".host", new Page.LocatorOptions().setHasText(host))));
    }

    /** What DNS says of a server; without JavaScript one asks for it. */
    Locator answer(String host) {
        return row(host).locator(".verdict");
    }

    Locator text(String text) {
        return page.getByText(text);
    }
}
