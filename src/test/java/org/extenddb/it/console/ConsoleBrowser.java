package org.extenddb.it.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.extenddb.it.server.ServerUnderTest;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody in front of the console. */
final class ConsoleBrowser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("../../target/it/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String AXE = "const done = arguments[arguments.length - 1];"
            + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(r => done("
            + "r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
            + ".map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', '))));";

    private final ServerUnderTest server;
    private final ChromeDriver driver;

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

    void signIn(String name, String password, String account) {
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
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> {
                    Objects.requireNonNull(ExpectedConditions.elementToBeClickable(By.id(id))
                                    .apply(page))
                            .click();
                    return true;
                });
        settle();
    }

    /** Returns when no request of the page is under way. */
    void settle() {
        new WebDriverWait(driver, PATIENCE)
                .until(
                        page -> Boolean.TRUE.equals(
                                driver.executeScript(
                                        "return document.readyState === 'complete' && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())")));
    }

    WebElement visible(By by) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(ExpectedConditions.visibilityOfElementLocated(by));
    }

    /** Waits until the page says so. */
    void awaitText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> text().contains(text));
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
        return (List<?>) Objects.requireNonNull(driver.executeAsyncScript(AXE));
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(ConsoleBrowser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
