package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What somebody who knows DynamoDB does on the first day. */
class ConsoleJourneyIT extends InBrowser {
    private final String table = "orders-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @Test
    void firstDay_tableItemIndexUser_needNothingButTheConsole() {
        console = console();
        console.asAdministrator();
        console.open("tables.xhtml");
        long begun = System.nanoTime();
        createTable();
        createItem();
        queryByIndex();
        changeItem();
        createUserWithKey();
        console.note("first day " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
        deleteTable();
    }

    private void createTable() {
        console.visible(By.linkText("Create table")).click();
        console.type("create:tableName", table);
        console.type("create:partition", "customer");
        console.type("create:sort", "placed");
        console.click("create:addIndex");
        console.type("create:each:0:name", "by-state");
        console.type("create:each:0:partition", "state" + Keys.TAB);
        console.settle();
        assertThat(console.text("code-cli"))
                .contains("aws dynamodb create-table")
                .contains(table);
        assertThat(console.text("code-terraform")).contains("resource \"aws_dynamodb_table\"");
        console.screenshot("create-table");
        console.click("create:submit");
        console.awaitText("Nothing found");
    }

    private void createItem() {
        console.visible(By.linkText("Create item")).click();
        console.click("edit:toggle");
        console.type(
                "edit:text",
                "{\"customer\":\"c-1\",\"placed\":\"2026-11-23\",\"state\":\"open\",\"total\":42.5,\"lines\":[{\"sku\":\"a\"}]}");
        console.click("edit:save");
        console.awaitText("Item created");
    }

    private void queryByIndex() {
        console.open("items.xhtml?table=" + table);
        console.choose("read:index", "by-state");
        console.type("read:partition", "open");
        console.click("read:run");
        console.awaitText("1 item · 1 read");
        assertThat(console.text()).contains("c-1").contains("42.5");
        assertThat(console.address()).contains("index=by-state").contains("pk=open");
        console.visible(By.cssSelector("#result details.request summary")).click();
        assertThat(console.text("code-cli")).contains("--index-name by-state").contains("--key-condition-expression");
        console.screenshot("items");
    }

    private void changeItem() {
        console.visible(By.cssSelector("#result a.cell")).click();
        console.click("edit:toggle");
        String text = String.valueOf(console.visible(By.id("edit:text")).getDomProperty("value"));
        console.type("edit:text", text.replace("\"open\"", "\"paid\""));
        console.click("edit:save");
        assertThat(console.visible(By.id("review")).getText()).contains("state").contains("paid");
        console.screenshot("item-review");
        console.click("review:confirm");
        console.awaitText("Item saved");
    }

    private void createUserWithKey() {
        console.open("users.xhtml");
        console.click("new");
        console.type("create:name", "user-" + table);
        console.click("create:submit");
        assertThat(console.text("newKeyId")).startsWith("AKIA");
        assertThat(console.text("newKeySecret")).hasSize(40);
        console.screenshot("new-key");
        console.open("users.xhtml");
        assertThat(console.source()).doesNotContain("newKeySecret");
    }

    private void deleteTable() {
        console.open("table.xhtml?name=" + table + "&tab=settings");
        console.type("deleteTable:typed", table);
        console.click("deleteTable:delete");
        console.awaitText("is being deleted");
    }
}
