package org.extenddb.it.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One browser for all tests of the console, one class after the other; the end of the JVM closes it. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock("browser")
abstract class InBrowser {
    static final ServerUnderTest SERVER = ServerUnderTest.started();

    @BeforeAll
    void requireBrowser() {
        assumeTrue(!"false".equals(System.getProperty("extenddb.browser")), "-Dextenddb.browser=false");
        assumeTrue(
                Holder.CONSOLE.isPresent(),
                "no Chromium here, and none could be installed: run .ci/install-browser as root");
    }

    ConsoleBrowser console() {
        return Holder.CONSOLE.orElseThrow();
    }

    private static final class Holder {
        private static final Optional<ConsoleBrowser> CONSOLE = Browser.open().map(driver -> {
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
            return new ConsoleBrowser(SERVER, driver);
        });
    }
}
