package org.extenddb.it.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.extenddb.it.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody in front of the console. */
final class ConsoleBrowser {
    static final String SESSION = "extenddb-console";
    private static final Path SCREENSHOTS = Path.of("../../target/it/screenshots");
    private static final Path TIMES = SCREENSHOTS.resolve("times.txt");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(40);
    private static final String AXE = "const done = arguments[arguments.length - 1];"
            + "axe.run(document, {runOnly: {type: arguments[0], values: arguments[1]}, resultTypes: ['violations']}).then(r => done("
            + "r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
            + ".map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', '))));";
    private static final String PAINT =
            "const paint = performance.getEntriesByName('first-contentful-paint')[0]; return paint ? Math.round(paint.startTime) : -1";

    private final ServerUnderTest server;
    private final ChromeDriver driver;
    private @Nullable Cookie administrator;

    ConsoleBrowser(ServerUnderTest server, ChromeDriver driver) {
        this.server = server;
        this.driver = driver;
        driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(3));
        driver.manage().window().setSize(new Dimension(1440, 960));
    }

    /** Opens a page, such as {@code tables.xhtml}. */
    void open(String page) {
        driver.get(server.adminEndpoint().resolve("/console/" + page).toString());
    }

    /** As the administrator of the installation. */
    void signIn() {
        signIn("admin", server.administratorPassword(), "");
    }

    /** As the administrator, in one session for all tests that do not ask for another. */
    void asAdministrator() {
        if (administrator == null) {
            signIn();
            awaitText("Tables");
            administrator = driver.manage().getCookieNamed(SESSION);
        } else {
            driver.manage().deleteAllCookies();
            driver.manage().addCookie(administrator);
        }
    }

    void signIn(String name, String password, String account) {
        open("signin.xhtml");
        driver.manage().deleteAllCookies();
        open("signin.xhtml");
        type("door:name", name);
        type("door:password", password);
        type("door:account", account);
        click("door:enter");
    }

    /** Waits for an element and types into it, over what was there. */
    void type(String id, String text) {
        WebElement field = visible(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    void choose(String id, String value) {
        visible(By.cssSelector("[id='" + id + "'] option[value='" + value + "']"))
                .click();
        settle();
    }

    /** What is drawn anew between finding and clicking is looked for again. */
    void click(String id) {
        click(By.id(id));
    }

    void click(By by) {
        waiting().until(page -> {
            WebElement element = ExpectedConditions.elementToBeClickable(by).apply(page);
            if (element != null) {
                element.click();
            }
            return element != null;
        });
        settle();
    }

    /** Looks often: Selenium's own half second between two looks is most of what a quick test would take. */
    private WebDriverWait waiting() {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, GLANCE);
        wait.ignoring(StaleElementReferenceException.class);
        wait.ignoring(ElementClickInterceptedException.class);
        return wait;
    }

    /** Returns when no request of the page is under way. */
    void settle() {
        waiting()
                .until(
                        page -> Boolean.TRUE.equals(
                                driver.executeScript(
                                        "return document.readyState === 'complete' && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())")));
    }

    /** Returns when the browser has painted the page for the first time. */
    void awaitPaint() {
        waiting().until(page -> !Long.valueOf(-1).equals(driver.executeScript(PAINT)));
    }

    WebElement visible(By by) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(by));
    }

    /** Waits until the page says so. */
    void awaitText(String text) {
        try {
            waiting().until(page -> text().contains(text));
        } catch (TimeoutException e) {
            screenshot("failed");
            throw new AssertionError("The page did not say \"" + text + "\", see failed.png, but: " + text(), e);
        }
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String text(String id) {
        return visible(By.id(id)).getText();
    }

    String source() {
        return driver.getPageSource();
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    Object script(String javascript) {
        return driver.executeScript(javascript);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Keeps what is seen now. */
    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What axe finds serious on this page. */
    List<?> seriousViolations() {
        driver.executeScript(axe());
        return violations("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    }

    /** Shows the same page in the other theme, and has axe look at its colours. */
    List<?> seriousViolationsInTheDark() {
        driver.executeScript("document.documentElement.dataset.theme = 'dark'");
        return violations("rule", "color-contrast");
    }

    private List<?> violations(String kind, String... values) {
        return (List<?>) Objects.requireNonNull(driver.executeAsyncScript(AXE, kind, List.of(values)));
    }

    /** Keeps how long it took from the click to the first paint, in milliseconds. */
    void notePaint(String page) {
        note(page + " " + driver.executeScript(PAINT) + " ms");
    }

    /** Keeps a line of what was measured. */
    void note(String line) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.writeString(TIMES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(ConsoleBrowser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
