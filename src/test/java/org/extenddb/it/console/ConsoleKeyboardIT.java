package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The first day without a mouse: from a table to an item, a query by an index, and a user with a key. */
@EnabledIfSystemProperty(named = "extenddb.browser", matches = "all")
class ConsoleKeyboardIT extends InBrowser {
    private static final int FAR = 80;

    private final String table = "keys-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @Test
    void firstDay_keyboardAlone_getsThere() {
        console = console();
        console.asAdministrator();
        console.open("tables.xhtml");
        long begun = System.nanoTime();
        createTable();
        createItem();
        queryByIndex();
        createUser();
        console.note("first day by keyboard "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }

    private void createTable() {
        press("n");
        focused("create:tableName");
        press(table);
        tabTo("create:partition");
        press("customer");
        tabTo("create:addIndex");
        press(Keys.ENTER);
        console.visible(By.id("create:each:0:name"));
        tabTo("create:each:0:name");
        press("by-state");
        tabTo("create:each:0:partition");
        press("state" + Keys.TAB);
        console.settle();
        pressControlEnter();
        console.awaitText("Nothing found");
    }

    private void createItem() {
        press("n");
        console.visible(By.cssSelector("#tree input:focus"));
        press("c-1");
        tabTo(By.cssSelector("#tree > .ui-button"));
        press(Keys.ENTER);
        press("state" + Keys.TAB + Keys.TAB + "open");
        pressControlEnter();
        console.awaitText("Item created");
    }

    private void queryByIndex() {
        console.script("document.activeElement.blur()");
        press("/");
        press(table);
        console.awaitText("Table");
        console.visible(By.cssSelector(".ui-autocomplete-item"));
        press(Keys.ENTER);
        console.visible(By.id("read:index"));
        console.settle();
        tabTo("read:index");
        press("by");
        console.settle();
        tabTo("read:partition");
        press("open");
        pressControlEnter();
        console.awaitText("1 item · 1 read");
        assertThat(console.address()).contains("index=by-state").contains("pk=open");
    }

    private void createUser() {
        console.script("document.activeElement.blur()");
        press("g");
        press("u");
        console.visible(By.id("new"));
        press("n");
        tabTo("create:name");
        press("user-" + table);
        press(Keys.ENTER);
        assertThat(console.text("newKeyId")).startsWith("AKIA");
    }

    private void press(CharSequence keys) {
        new Actions(console.driver()).sendKeys(keys).perform();
        console.settle();
    }

    private void pressControlEnter() {
        new Actions(console.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys(Keys.ENTER)
                .keyUp(Keys.CONTROL)
                .perform();
        console.settle();
    }

    private void focused(String id) {
        console.visible(By.cssSelector("[id='" + id + "']:focus"));
    }

    private void tabTo(String id) {
        tabTo(By.id(id));
    }

    /** Presses the tabulator until that has the focus: whatever cannot be reached so is out of reach of the keyboard. */
    private void tabTo(By by) {
        WebElement wanted = console.visible(by);
        for (int i = 0; i < FAR; i++) {
            if (console.driver().switchTo().activeElement().equals(wanted)) {
                return;
            }
            new Actions(console.driver()).sendKeys(Keys.TAB).perform();
            console.settle();
            wanted = console.visible(by);
        }
        throw new AssertionError(by + " is not reached by the tabulator");
    }
}
