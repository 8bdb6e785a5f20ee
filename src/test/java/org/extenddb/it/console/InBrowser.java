package org.extenddb.it.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.chrome.ChromeDriver;

/** One browser for the tests of a class; classes run beside each other. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class InBrowser {
    static final ServerUnderTest SERVER = ServerUnderTest.started();
    private Optional<ConsoleBrowser> opened = Optional.empty();

    @BeforeAll
    void openBrowser() {
        Optional<ChromeDriver> driver = Browser.open();
        assumeTrue(
                driver.isPresent(), "no Chromium here, and none could be installed: run .ci/install-browser as root");
        opened = driver.map(it -> new ConsoleBrowser(SERVER, it));
    }

    @AfterAll
    void closeBrowser() {
        opened.ifPresent(ConsoleBrowser::close);
    }

    ConsoleBrowser console() {
        return opened.orElseThrow();
    }
}
