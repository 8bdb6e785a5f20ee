package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Optional;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

class LandingPageIT {
    private final ServerUnderTest server = ServerUnderTest.started();
    private Optional<ChromeDriver> browser = Optional.empty();

    @BeforeEach
    void openBrowser() {
        browser = Browser.open();
        assumeTrue(
                browser.isPresent(), "no Chromium here, and none could be installed: run .ci/install-browser as root");
    }

    @AfterEach
    void closeBrowser() {
        browser.ifPresent(ChromeDriver::quit);
    }

    @Test
    void landingPage_serverReady_showsProductVersionAndReadiness() {
        ChromeDriver page = browser.orElseThrow();
        page.get(server.adminEndpoint().resolve("/console/").toString());
        new WebDriverWait(page, Duration.ofSeconds(30))
                .until(ExpectedConditions.visibilityOfElementLocated(By.id("readiness")));
        assertThat(page.getTitle()).isEqualTo("ExtendDB");
        assertThat(page.findElement(By.id("version")).getText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(page.findElement(By.id("readiness")).getText()).isEqualToIgnoringCase("Ready");
    }
}
