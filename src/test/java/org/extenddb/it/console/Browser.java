package org.extenddb.it.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, where the machine has it or its administrator may install it. */
final class Browser {
    private Browser() {}

    /** Installs the browser where it is missing and may be installed; empty where there is none. */
    static Optional<ChromeDriver> open() {
        if (find("chromedriver").isEmpty()) {
            install();
        }
        Optional<Path> driver = find("chromedriver");
        Optional<Path> browser = find("chromium", "chromium-browser", "google-chrome");
        return driver.isEmpty() || browser.isEmpty()
                ? Optional.empty()
                : Optional.of(open(driver.get(), browser.get()));
    }

    private static ChromeDriver open(Path driver, Path browser) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + newDirectory());
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("extenddb-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install() {
        try {
            new ProcessBuilder("../../.ci/install-browser").inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
