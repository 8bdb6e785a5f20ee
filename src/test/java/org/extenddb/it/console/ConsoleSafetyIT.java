package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.extenddb.it.admin.Rest;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must not happen. */
class ConsoleSafetyIT extends InBrowser {
    private static final String SCRIPT =
            "<img src=x onerror=\"window.injected=1\"><script>window.injected=1</script>'\"}#{1+1}";

    private String table = "";
    private ConsoleBrowser console;

    @BeforeEach
    void newTable() {
        table = "safe-" + UUID.randomUUID().toString().substring(0, 8);
        console = console();
    }

    // ---- what others have stored

    @Test
    void scripts_inItemsNamesAndTags_areTextAndNothingElse() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            create(client);
            client.putItem(request -> request.tableName(table)
                    .item(Map.of(
                            "pk",
                            AttributeValue.fromS(SCRIPT),
                            SCRIPT,
                            AttributeValue.fromS(SCRIPT),
                            "map",
                            AttributeValue.fromM(Map.of(SCRIPT, AttributeValue.fromS(SCRIPT))))));
        }
        console.asAdministrator();
        console.open("items.xhtml?table=" + table);
        console.awaitText("1 item");
        assertThat(console.text()).contains("<img src=x").doesNotContain("}2");
        assertInert();
        console.visible(By.cssSelector("#result a.cell")).click();
        console.visible(By.id("edit:text"));
        assertInert();
        console.open("table.xhtml?tab=tags&name=" + table);
        assertThat(console.text()).contains("onerror=");
        assertInert();
    }

    @Test
    void scripts_inParameters_areTextAndNothingElse() {
        console.asAdministrator();
        for (String page : new String[] {
            "tables.xhtml?filter=",
            "items.xhtml?table=",
            "user.xhtml?name=",
            "error.xhtml?refusal=a&words=",
            "signin.xhtml?next="
        }) {
            console.open(page + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8));
            console.settle();
            assertInert();
        }
    }

    @Test
    void error_textsOfTheAddress_areNotShown() {
        console.open("error.xhtml?refusal=Call-us-now&words=Call-us-now&id=Call-us-now");
        console.settle();
        assertThat(console.visible(By.tagName("body")).getText()).isNotBlank().doesNotContain("Call-us-now");
    }

    // ---- forms

    @Test
    void createTable_badName_showsTheFieldInDynamoDbsWords() {
        console.asAdministrator();
        console.open("create-table.xhtml");
        console.type("create:tableName", "a");
        console.type("create:partition", "pk");
        console.click("create:submit");

        console.awaitText("Member must have length greater than or equal to 3");
        assertThat(console.visible(By.cssSelector("#create .wrong")).getText()).contains("tableName");
    }

    @Test
    void createItem_twice_secondSaysThatItIsThere() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            create(client);
        }
        console.asAdministrator();
        for (String expected : new String[] {"Item created", "ConditionalCheckFailedException"}) {
            console.open("item.xhtml?table=" + table);
            console.type("edit:text", "{\"pk\":{\"S\":\"once\"}}");
            console.click("edit:save");
            console.awaitText(expected);
        }
    }

    @Test
    void item_changedByAnotherMeanwhile_isNotOverwritten() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            create(client);
            Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1"));
            client.putItem(request -> request.tableName(table).item(item));
            console.asAdministrator();
            console.open("items.xhtml?table=" + table);
            console.visible(By.cssSelector("#result a.cell")).click();
            console.type("edit:text", "{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"3\"}}");
            client.putItem(request -> request.tableName(table)
                    .item(Map.of("pk", AttributeValue.fromS("a"), "n", AttributeValue.fromN("2"))));
            console.click("edit:save");
            console.click("review:confirm");

            console.awaitText("Somebody else has changed this item");
            assertThat(client.getItem(request -> request.tableName(table).key(Map.of("pk", AttributeValue.fromS("a"))))
                            .item()
                            .get("n")
                            .n())
                    .isEqualTo("2");
        }
    }

    @Test
    void session_ended_formLeadsToTheDoorAndDoesNothing() {
        console.signIn();
        console.awaitText("Tables");
        console.open("create-table.xhtml");
        console.type("create:tableName", table);
        console.type("create:partition", "pk");
        console.driver().manage().deleteAllCookies();
        console.visible(By.id("create:submit")).click();

        console.awaitText("Your session has ended");
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            assertThat(client.listTablesPaginator().tableNames()).doesNotContain(table);
        }
    }

    @Test
    void administrator_deactivatedMeanwhile_isAtTheDoorWithTheNextRequest() {
        Rest rest = Rest.signedIn(SERVER);
        String one = "administrators/" + table;
        String given = "{\"name\":\"" + table + "\",\"password\":\"given-for-a-day\"";
        String password = "chosen-for-longer";
        assertThat(rest.send("POST", "administrators", given + "}").status()).isEqualTo(201);
        assertThat(rest.send("POST", "sessions", given + ",\"newPassword\":\"" + password + "\"}")
                        .status())
                .isEqualTo(201);
        console.signIn(table, password, "");
        console.awaitText("Tables");
        rest.send("PATCH", one, "{\"active\":false}", "If-Match", "*");
        console.open("place.xhtml");
        assertThat(console.address()).contains("signin.xhtml?expired=true");

        rest.send("PATCH", one, "{\"active\":true}", "If-Match", "*");
        console.signIn(table, password, "");
        console.awaitText("Tables");
        console.open("accounts.xhtml");
        console.type("list:name", table);
        rest.send("PATCH", one, "{\"active\":false}", "If-Match", "*");
        console.visible(By.id("list:create")).click();
        console.awaitText("Your session has ended");
        assertThat(rest.get("accounts?limit=1000").body()).doesNotContain(table);
        rest.send("DELETE", one, null);
    }

    private void create(DynamoDbClient client) {
        ConsoleTable.create(client, table);
    }

    private void assertInert() {
        assertThat(console.script("return window.injected")).isNull();
        assertThat(console.script("return document.querySelectorAll('img').length"))
                .isEqualTo(0L);
    }
}
