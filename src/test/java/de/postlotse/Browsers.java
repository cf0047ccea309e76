package de.postlotse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, started once; tests that need it are skipped with the reason where it is not installed. */
final class Browsers implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no browser: " + CHROMIUM + " is not installed");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browsers(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(FLAGS)));
    }

    /** A page of a visitor of its own, without cookies. */
    Page open(Device device, RunningPostlotse postlotse) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(postlotse.base().toString())
                .setLocale(device.locale())
                .setViewportSize(device.width(), device.width() < 600 ? 740 : 900)
                .setJavaScriptEnabled(device.javaScript()));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Keeps a picture of the whole page under the build's output. */
    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What axe-core has to say against the page, in words. */
    static List<String> accessibilityFaults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browsers::inWords).toList();
    }

    /** Whether nothing of the page has to be scrolled to sideways, once its style is there. */
    static boolean fitsInWidth(Page page) {
        page.waitForLoadState();
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    /** What a visitor sits at. */
    record Device(String locale, int width, boolean javaScript) {

        static final Device DESKTOP = new Device("de-DE", 1280, true);
        static final Device PHONE = new Device("de-DE", 360, true);

        boolean german() {
            return locale.startsWith("de");
        }

        /** The German or the English of two texts. */
        String says(String german, String english) {
            return german() ? german : english;
        }

        /** For the name of a file. */
        String name() {
            return locale + "-" + width + (javaScript ? "" : "-without-javascript");
        }

        @Override
        public String toString() {
            return locale + ", " + width + " px, " + (javaScript ? "with" : "without") + " JavaScript";
        }
    }
}
