package de.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.postlotse.testing.Browsers;
import de.postlotse.testing.Browsers.Device;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.TestPropertySource;

/** Two hosters from properties alone: whatever their colours are, what is written can be read. */
class BrandJourneyTests {

    @RegisterExtension
    private static final Browsers browsers = new Browsers();

    /** WCAG 2.2, 1.4.3, for text of any size. */
    private static final double LEAST_CONTRAST = 4.5;

    @Nested
    @WholeApplication
    @TestPropertySource(
            properties = {
                "postlotse.brand.name=Nordmail",
                "postlotse.brand.hoster=Nordlicht Hosting GmbH",
                "postlotse.brand.accent=#00008b",
                "postlotse.brand.bar=#00008b",
                "postlotse.brand.support.phone=+49 40 123456",
                "postlotse.brand.links.imprint=https://nordlicht.example/impressum"
            })
    class DarkBlue {

        private final RunningPostlotse postlotse;

        DarkBlue(RunningPostlotse postlotse) {
            this.postlotse = postlotse;
        }

        @Test
        void isReadableInLightAndDark() {
            Page page = customersPage(postlotse, "Nordmail", "Nordlicht Hosting GmbH");
            assertThat(page.locator("footer").innerText()).contains("+49 40 123456", "Impressum");
        }
    }

    @Nested
    @WholeApplication
    @TestPropertySource(
            properties = {
                "postlotse.brand.name=Sonnenpost",
                "postlotse.brand.hoster=Sonne und Söhne",
                "postlotse.brand.accent=#ffd400",
                "postlotse.brand.bar=#ffd400",
                "postlotse.brand.footer=Immer auf der Sonnenseite"
            })
    class Yellow {

        private final RunningPostlotse postlotse;

        Yellow(RunningPostlotse postlotse) {
            this.postlotse = postlotse;
        }

        @Test
        void isReadableInLightAndDark() {
            Page page = customersPage(postlotse, "Sonnenpost", "Sonne und Söhne");
            assertThat(page.locator("footer").innerText()).contains("Immer auf der Sonnenseite");
        }
    }

    private static Page customersPage(RunningPostlotse postlotse, String name, String hoster) {
        String zone = postlotse.newZone();
        Page page = browsers.logIn("kunde1", Device.DESKTOP, postlotse)
                .open(zone)
                .openForm()
                .page();
        assertThat(page.title()).isEqualTo(zone + " · " + name);
        assertThat(page.locator(".bar").innerText()).contains(name);
        assertThat(page.locator("footer").innerText()).contains(hoster);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Browsers.photograph(page, "brand-" + name + "-" + scheme);
            assertThat(leastContrast(page)).as(name + " " + scheme).isGreaterThanOrEqualTo(LEAST_CONTRAST);
            assertThat(Browsers.accessibilityFaults(page)).isEmpty();
        }
        return page;
    }

    /** Of all text on the page and the ground behind it, as the browser paints their colours. */
    private static double leastContrast(Page page) {
        return ((Number) page.evaluate("""
                        () => {
                            const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                            const paint = colour => {
                                canvas.clearRect(0, 0, 1, 1);
                                canvas.fillStyle = colour;
                                canvas.fillRect(0, 0, 1, 1);
                                return [...canvas.getImageData(0, 0, 1, 1).data];
                            };
                            const light = ([r, g, b]) => {
                                const linear = [r, g, b].map(c => c / 255)
                                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                                return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
                            };
                            const ground = element => {
                                for (let each = element; each; each = each.parentElement) {
                                    const painted = paint(getComputedStyle(each).backgroundColor);
                                    if (painted[3] === 255) return painted;
                                }
                                return paint('Canvas');
                            };
                            let least = 21;
                            for (const element of document.querySelectorAll('body *')) {
                                const says = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                                if (says && element.checkVisibility() && !element.closest('.unseen, .skip')) {
                                    const pair = [light(paint(getComputedStyle(element).color)), light(ground(element))];
                                    least = Math.min(least, (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05));
                                }
                            }
                            return least;
                        }
                        """)).doubleValue();
    }
}
