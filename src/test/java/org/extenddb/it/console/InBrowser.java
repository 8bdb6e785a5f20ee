package org.extenddb.it.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.chrome.ChromeDriver;

/** One browser for the tests of a class. */
abstract class InBrowser {
    static final ServerUnderTest SERVER = ServerUnderTest.started();
    private static Optional<ConsoleBrowser> opened = Optional.empty();

    @BeforeAll
    static void openBrowser() {
        Optional<ChromeDriver> driver = Browser.open();
        assumeTrue(
                driver.isPresent(), "no Chromium here, and none could be installed: run .ci/install-browser as root");
        opened = driver.map(it -> new ConsoleBrowser(SERVER, it));
    }

    @AfterAll
    static void closeBrowser() {
        opened.ifPresent(ConsoleBrowser::close);
    }

    static ConsoleBrowser console() {
        return opened.orElseThrow();
    }
}
