package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** What one does with tables beyond the first day. */
class ConsoleDataIT extends InBrowser {
    private static final DynamoDbClient CLIENT = AwsClient.withoutRetries(SERVER);
    private final String table = "data-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @BeforeAll
    void create() {
        console = console();
        ConsoleTable.create(CLIENT, table);
        CLIENT.updateContinuousBackups(request -> request.tableName(table)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));
    }

    @BeforeEach
    void signIn() {
        console.asAdministrator();
    }

    private void put(String pk, Map<String, AttributeValue> others) {
        Map<String, AttributeValue> item = new HashMap<>(others);
        item.put("pk", AttributeValue.fromS(pk));
        CLIENT.putItem(request -> request.tableName(table).item(item));
    }

    @Test
    void workbench_trial_staysInItsHistory() {
        console.open("workbench.xhtml");
        console.type("try:expression", "attribute_exists(pk)");
        console.type("try:names", "");
        console.type("try:values", "");
        console.click("try:run");
        console.awaitText("true");
        console.open("workbench.xhtml");
        console.visible(By.cssSelector("#trials li button")).click();

        assertThat(console.visible(By.id("try:expression")).getDomProperty("value"))
                .isEqualTo("attribute_exists(pk)");
    }

    @Test
    @EnabledIfSystemProperty(named = "extenddb.browser", matches = "all")
    void backup_restored_isATableWithTheItems() {
        put("kept", Map.of());
        console.open("table.xhtml?tab=backups&name=" + table);
        console.type("newBackup:backupName", "a");
        console.click("newBackup:createBackup");
        console.awaitText("Member must have length greater than or equal to 3");
        console.type("newBackup:backupName", "before-release");
        console.click("newBackup:createBackup");
        console.awaitText("AVAILABLE");
        console.screenshot("table-backups");
        console.click(By.xpath("//*[@id='backupList']//button[contains(., 'Restore')]"));
        console.type("restoring:targetTableName", table + "-back");
        console.click("restoring:restoreNow");
        console.awaitText(table + "-back");

        ConsoleTable.await(CLIENT, table + "-back");
        assertThat(CLIENT.scan(request -> request.tableName(table + "-back")).items())
                .anyMatch(item -> item.get("pk").s().equals("kept"));
    }

    @Test
    void restoreToTime_latest_isATableWithTheItems() {
        put("kept", Map.of());
        console.open("table.xhtml?tab=backups&name=" + table);
        console.type("toTime:targetTableName", table + "-then");
        console.click("toTime:restoreNow");
        console.awaitText(table + "-then");

        ConsoleTable.await(CLIENT, table + "-then");
        assertThat(CLIENT.scan(request -> request.tableName(table + "-then")).items())
                .anyMatch(item -> item.get("pk").s().equals("kept"));
    }

    @Test
    void exportAndImport_ofATable_makeAnotherOneOfIt() {
        put("sent", Map.of());
        console.open("table.xhtml?tab=exports&name=" + table);
        console.click("export:begin");
        console.awaitText("validation error detected");
        console.type("export:s3Bucket", "console-it");
        console.type("export:s3Prefix", table);
        console.click("export:begin");
        console.awaitText("COMPLETED");
        console.screenshot("table-exports");
        String manifest =
                console.text("exportList:shown").replaceAll("(?s).*(" + table + "/AWSDynamoDB/[^/]+/).*", "$1");
        console.open("imports.xhtml");
        console.type("import:s3Bucket", "console-it");
        console.type("import:s3KeyPrefix", manifest + "data/");
        console.choose("import:compression", "GZIP");
        console.type("import:tableName", table + "-in");
        console.type("import:partition", "pk");
        console.click("import:begin");
        console.awaitText("COMPLETED");
        console.screenshot("imports");

        assertThat(CLIENT.scan(request -> request.tableName(table + "-in")).items())
                .anyMatch(item -> item.get("pk").s().equals("sent"));
    }

    @Test
    void clone_ofATable_hasItsStructure() {
        console.open("table.xhtml?tab=settings&name=" + table);
        console.click("clone");
        console.type("create:tableName", table + "-copy");
        console.click("create:submit");
        console.awaitText("Nothing found");

        assertThat(CLIENT.describeTable(request -> request.tableName(table + "-copy"))
                        .table()
                        .keySchema()
                        .get(0)
                        .attributeName())
                .isEqualTo("pk");
    }

    @Test
    void purge_ofATable_leavesItEmpty() {
        String doomed = table + "-doomed";
        ConsoleTable.create(CLIENT, doomed);
        for (int i = 0; i < 30; i++) {
            String pk = "p" + i;
            CLIENT.putItem(request -> request.tableName(doomed).item(Map.of("pk", AttributeValue.fromS(pk))));
        }
        console.open("table.xhtml?tab=settings&name=" + doomed);
        console.type("purge:typed", doomed);
        console.click("purge:begin");
        console.awaitText("30 items deleted");

        assertThat(CLIENT.scan(request -> request.tableName(doomed)).count()).isZero();
    }

    @Test
    void stream_followed_showsWhatChanged() {
        CLIENT.updateTable(request -> request.tableName(table)
                .streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
        put("followed", Map.of("state", AttributeValue.fromS("open")));
        put("followed", Map.of("state", AttributeValue.fromS("paid")));
        console.open("table.xhtml?tab=stream&name=" + table);
        console.choose("tail:from", "TRIM_HORIZON");
        console.click("tail:follow");
        console.awaitText("MODIFY");

        assertThat(console.text("tail:records")).contains("open").contains("paid");
        console.screenshot("table-stream");
        String latest = console.text("tail:records").replaceFirst("(?s).*?(1\\d{20,}).*", "$1");
        console.click("tail:follow");
        console.settle();

        console.choose("tail:from", "AT_SEQUENCE_NUMBER");
        console.type("tail:number", "x");
        console.click("tail:follow");
        console.awaitText("Value 'x' at 'sequenceNumber' failed to satisfy constraint");

        console.type("tail:number", latest);
        console.click("tail:follow");
        console.awaitText("MODIFY");
        assertThat(console.text("tail:records")).contains(latest).doesNotContain("INSERT");
        console.click("tail:follow");
    }

    @Test
    void resourcePolicy_writtenByAnotherMeanwhile_isNotOverwritten() {
        String arn = CLIENT.describeTable(request -> request.tableName(table))
                .table()
                .tableArn();
        console.open("table.xhtml?tab=policy&name=" + table);
        CLIENT.putResourcePolicy(request -> request.resourceArn(arn).policy(policy("dynamodb:GetItem", arn)));
        console.type("policyForm:text", policy("dynamodb:Query", arn));
        console.click(By.cssSelector("#policyForm .primary"));
        console.awaitText("PolicyNotFoundException");
        assertThat(CLIENT.getResourcePolicy(request -> request.resourceArn(arn)).policy())
                .contains("GetItem");

        console.open("table.xhtml?tab=policy&name=" + table);
        console.click(By.cssSelector("#policyForm .danger"));
        console.click(By.cssSelector(".ui-confirmdialog-yes"));
        console.awaitText("Policy deleted");
    }

    private static String policy(String action, String arn) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"000000000000\"},"
                + "\"Action\":\"" + action + "\",\"Resource\":\"" + arn + "\"}]}";
    }

    @Test
    void tags_added_areThereAndCanBeRemoved() {
        console.open("table.xhtml?tab=tags&name=" + table);
        console.type("newTag:key", "team");
        console.visible(By.id("newTag:value")).sendKeys("ground" + Keys.ENTER);
        console.awaitText("ground");
        assertThat(console.text("tagList")).contains("team").contains("note");
        console.click(By.cssSelector("#tagList button[title*='team']"));
        console.settle();

        String arn = CLIENT.describeTable(request -> request.tableName(table))
                .table()
                .tableArn();
        assertThat(CLIENT.listTagsOfResource(request -> request.resourceArn(arn))
                        .tags())
                .extracting(Tag::key)
                .containsExactly("note");
    }

    @Test
    void index_added_isBuiltAndCanBeRemoved() {
        String indexed = table + "-indexed";
        ConsoleTable.create(CLIENT, indexed);
        console.open("table.xhtml?tab=indexes&name=" + indexed);
        console.type("addIndex:name", "by-state");
        console.type("addIndex:partition", "state");
        console.visible(By.cssSelector("#addIndex footer button")).click();
        console.awaitText("The index is being built");
        console.visible(By.cssSelector("#indexList .tag.good"));
        console.visible(By.cssSelector("#indexList button[title*='by-state']")).click();
        console.visible(By.cssSelector(".ui-confirmdialog-yes")).click();
        console.awaitText("The index is being removed");
    }
}
