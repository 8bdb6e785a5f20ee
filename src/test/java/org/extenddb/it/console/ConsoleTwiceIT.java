package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.iam.IamClient;

/** What is sent twice is done once: a double click, the back button, a browser that sends a form again. */
class ConsoleTwiceIT extends InBrowser {
    private String table = "";
    private ConsoleBrowser console;

    @BeforeEach
    void newTable() {
        table = "twice-" + UUID.randomUUID().toString().substring(0, 8);
        console = console();
        console.asAdministrator();
    }

    @Test
    void createTable_clickedTwiceAndSentAgainByTheBackButton_isThereOnceAndSaysSo() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            console.open("create-table.xhtml");
            console.type("create:tableName", table);
            console.type("create:partition", "pk");
            console.settle();
            clickTwice("create:submit");
            console.awaitText("Nothing found");
            assertThat(console.text()).doesNotContain("ResourceInUseException");
            String id = client.describeTable(request -> request.tableName(table))
                    .table()
                    .tableId();

            console.driver().navigate().back();
            console.settle();
            console.type("create:tableName", table);
            console.type("create:partition", "other");
            console.click("create:submit");
            console.awaitText("Table already exists: " + table);
            assertThat(client.describeTable(request -> request.tableName(table))
                            .table()
                            .tableId())
                    .isEqualTo(id);
        }
    }

    @Test
    void createUser_clickedTwice_hasOneKey() {
        try (IamClient iam = AwsClient.iam(SERVER)) {
            console.open("users.xhtml");
            console.click("new");
            console.type("create:name", table);
            clickTwice("create:submit");
            assertThat(console.text("newKeyId")).startsWith("AKIA");
            assertThat(iam.listAccessKeys(request -> request.userName(table)).accessKeyMetadata())
                    .hasSize(1);

            console.driver().navigate().back();
            console.settle();
            assertThat(console.source()).doesNotContain("newKeySecret");
            assertThat(iam.listAccessKeys(request -> request.userName(table)).accessKeyMetadata())
                    .hasSize(1);
        }
    }

    @Test
    void deleteTable_fromAPageOfOneThatIsGone_leavesTheOneThatHasItsName() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            ConsoleTable.create(client, table);
            console.open("table.xhtml?name=" + table + "&tab=settings");
            client.deleteTable(request -> request.tableName(table));
            ConsoleTable.awaitGone(client, table);
            ConsoleTable.create(client, table);

            keepWhatIsSent();
            console.type("deleteTable:typed", table);
            console.click("deleteTable:delete");
            console.awaitText("This is another table by now");
            sendAgain();
            assertThat(client.describeTable(request -> request.tableName(table))
                            .table()
                            .tableStatusAsString())
                    .isEqualTo("ACTIVE");
        }
    }

    private void clickTwice(String id) {
        console.script("const button = document.getElementById('" + id + "'); button.click(); button.click();");
    }

    @Test
    void createItem_clickedTwiceAndSentAgainByTheBackButton_isThereOnce() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER)) {
            ConsoleTable.create(client, table);
            console.open("item.xhtml?table=" + table);
            console.type("edit:text", "{\"pk\":{\"S\":\"twice\"}}");
            console.script("const save = document.getElementById('edit:save'); save.click(); save.click();");
            console.awaitText("Item created");
            assertThat(console.text()).doesNotContain("ConditionalCheckFailedException");
            console.open("tables.xhtml");
            console.driver().navigate().back();
            console.settle();
            console.click("edit:save");
            console.settle();
            assertThat(client.scan(request -> request.tableName(table)).count()).isOne();
        }
    }

    @Test
    void newKeyAndPurge_sentAgain_doNothingAndSaySo() {
        try (DynamoDbClient client = AwsClient.withoutRetries(SERVER);
                IamClient iam = AwsClient.iam(SERVER)) {
            ConsoleTable.create(client, table);
            iam.createUser(request -> request.userName(table));
            console.open("user.xhtml?name=" + table);
            keepWhatIsSent();
            console.click("keys-form:createKey");
            console.awaitText("the only time that the secret is shown");
            assertThat(sendAgain()).contains("This was sent before");
            assertThat(iam.listAccessKeys(request -> request.userName(table)).accessKeyMetadata())
                    .hasSize(1);

            console.open("table.xhtml?tab=settings&name=" + table);
            keepWhatIsSent();
            console.type("purge:typed", table);
            console.click("purge:begin");
            console.awaitText("0 items deleted");
            client.putItem(request -> request.tableName(table).item(Map.of("pk", AttributeValue.fromS("later"))));
            assertThat(sendAgain()).contains("This was sent before");
            assertThat(client.scan(request -> request.tableName(table)).count()).isOne();
        }
    }

    /** As a browser does that sends a form once more. */
    private void keepWhatIsSent() {
        console.script(
                "const send = XMLHttpRequest.prototype.send;"
                        + "XMLHttpRequest.prototype.send = function (body) { sessionStorage.sent = body; sessionStorage.to = location.href; return send.call(this, body); };");
    }

    private String sendAgain() {
        return String.valueOf(console.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; fetch(sessionStorage.to, {method: 'POST', body: sessionStorage.sent,"
                                + " headers: {'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',"
                                + " 'Faces-Request': 'partial/ajax', 'X-Requested-With': 'XMLHttpRequest'}})"
                                + ".then(answer => answer.text()).then(done);"));
    }
}
