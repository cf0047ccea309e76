package de.postlotse.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium, started once for all tests that register it; they are skipped with the reason where it is not
 * installed. It is the headless shell: the whole browser draws its own frame around each page, which costs more than the
 * page. What a test has opened is closed with it: pages that look after themselves would slow down all that follow.
 */
public final class Browsers implements BeforeAllCallback, AfterEachCallback {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium-headless-shell");
    private static final @Nullable String PICTURES = System.getProperty("tests.look.folder");

    /** A page that is not there by then will not come; machines that do other work besides take seconds. */
    private static final double PATIENCE_IN_MILLIS = 60_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> opened = new ArrayList<>();
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no browser: " + CHROMIUM + " is not installed");
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Browsers.class))
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class)
                .browser();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }

    /** Each language at each width, and each of them once without JavaScript. */
    public static Stream<Device> devices() {
        return Stream.of(
                new Device("de-DE", 360, true),
                new Device("en-GB", 1280, true),
                new Device("en-GB", 360, false),
                new Device("de-DE", 1280, false));
    }

    /** Somebody who has logged in with a browser of their own and is where one lands then. */
    public ZonePageObject logIn(String username, Device device, RunningPostlotse postlotse) {
        Page page = openAs(username, device, postlotse);
        page.navigate("/");
        return new ZonePageObject(page, device);
    }

    /** A page of somebody who has logged in before; nothing is on it yet. */
    public Page openAs(String username, Device device, RunningPostlotse postlotse) {
        Page page = open(device, postlotse);
        page.context()
                .addCookies(postlotse.visitor(username).cookies().stream()
                        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                                .setUrl(postlotse.base().toString()))
                        .toList());
        return page;
    }

    /** A page of a visitor of its own, without cookies. */
    public Page open(Device device, RunningPostlotse postlotse) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(postlotse.base().toString())
                        .setLocale(device.locale())
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(device.width(), device.width() < 600 ? 740 : 900)
                        .setJavaScriptEnabled(device.javaScript()));
        context.setDefaultTimeout(PATIENCE_IN_MILLIS);
        opened.add(context);
        return context.newPage();
    }

    public static boolean keepsPictures() {
        return PICTURES != null;
    }

    /** Keeps a picture of the whole page where {@code -Dtests.look.folder} names a folder for them. */
    public static void photograph(Page page, String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, name + ".png"))
                    .setFullPage(true));
        }
    }

    /**
     * What axe-core has to say against the page, in words. Its legacy mode does without a second page for the answer,
     * in a third of the time; only frames of other origins are left out by it, and we have none.
     */
    public static List<String> accessibilityFaults(Page page) {
        page.waitForLoadState(); // with its style
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(Browsers::inWords)
                        .toList();
    }

    /** Text that is hard to read in the colours of the page, as axe-core measures it. */
    public static List<String> contrastFaults(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).withRules(List.of("color-contrast")).analyze().getViolations().stream()
                        .map(Browsers::inWords)
                        .toList();
    }

    /** What has to be scrolled to sideways, once the page has its style. */
    public static List<String> sticksOut(Page page) {
        page.waitForLoadState();
        return found(page, """
                () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
                    [...document.querySelectorAll('body *')]
                        .filter(element => element.getBoundingClientRect().right > window.innerWidth)
                        .map(element => element.tagName + '.' + element.className + ' "'
                            + element.textContent.trim().slice(0, 80) + '"')
                        .concat('a page of ' + document.documentElement.scrollWidth)
                """);
    }

    /** The texts that a script finds in a page. */
    public static List<String> found(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    /** The browser itself, for all tests of the run. */
    private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

        static Chromium start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_IN_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(FLAGS)));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /** What a visitor sits at. */
    public record Device(String locale, int width, boolean javaScript) {

        public static final Device DESKTOP = new Device("de-DE", 1280, true);
        public static final Device PHONE = new Device("de-DE", 360, true);

        boolean german() {
            return locale.startsWith("de");
        }

        /** The German or the English of two texts. */
        public String says(String german, String english) {
            return german() ? german : english;
        }

        /** For the name of a file. */
        public String name() {
            return locale + "-" + width + (javaScript ? "" : "-without-javascript");
        }

        @Override
        public String toString() {
            return locale + ", " + width + " px, " + (javaScript ? "with" : "without") + " JavaScript";
        }
    }
}
