package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.iam.IamClient;

/** What administrators look after. */
class ConsoleOperationIT extends InBrowser {
    private static final DynamoDbClient CLIENT = AwsClient.withoutRetries(SERVER);
    private final String name = "operate-" + UUID.randomUUID().toString().substring(0, 8);
    private ConsoleBrowser console;

    @BeforeEach
    void signIn() {
        console = console();
        console.asAdministrator();
    }

    @Test
    void dashboard_atFirstSight_tellsWhatIsKeptAndDone() {
        ConsoleTable.create(CLIENT, name);
        console.open("dashboard.xhtml");

        assertThat(console.text("board:storage")).matches("[1-9][0-9.]* [MG]B");
        assertThat(console.text()).contains("Needs attention").contains("Background work");
    }

    @Test
    void dashboard_jobThatFailed_needsAttention() {
        String bucket = name;
        CLIENT.importTable(r -> r.s3BucketSource(s -> s.s3Bucket(bucket).s3KeyPrefix("nothing"))
                .inputFormat("CSV")
                .tableCreationParameters(t -> t.tableName(name + "-import")
                        .billingMode("PAY_PER_REQUEST")
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("pk")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("pk")
                                .attributeType(ScalarAttributeType.S)
                                .build())));
        console.open("dashboard.xhtml");

        console.awaitText(name + "-import");
        assertThat(console.visible(By.cssSelector("#board .plainlist .tag.bad")).getText())
                .isEqualTo("FAILED");
    }

    @Test
    void tables_tagged_showTheirTagsAndAreFoundByThem() {
        ConsoleTable.create(CLIENT, name + "-tagged");
        String arn =
                CLIENT.describeTable(r -> r.tableName(name + "-tagged")).table().tableArn();
        CLIENT.tagResource(r -> r.resourceArn(arn)
                .tags(Tag.builder().key("team").value("boarding").build()));
        console.open("tables.xhtml?filter=" + name + "-tagged");

        assertThat(console.text("list:table")).contains("team=boarding");
        console.type("list:filter", "tag:team=BOARD* " + name);
        console.awaitText("1 table");
        console.type("list:filter", "tag:team=crew " + name);
        console.awaitText("No table is like this");
        console.open("tables.xhtml?filter=tag:team%20" + name);

        assertThat(console.text("list:table")).contains(name + "-tagged");
    }

    @Test
    void key_rotated_isASecondOneBesideTheFirst() {
        try (IamClient iam = AwsClient.iam(SERVER)) {
            iam.createUser(r -> r.userName(name));
            String first =
                    iam.createAccessKey(r -> r.userName(name)).accessKey().accessKeyId();
            console.open("user.xhtml?name=" + name);
            console.click(By.xpath("//form[@id='keys-form']//button[normalize-space()='Rotate']"));
            console.awaitText(first + " keeps working");

            assertThat(console.text("newKeySecret")).hasSize(40);
            assertThat(iam.listAccessKeys(r -> r.userName(name)).accessKeyMetadata())
                    .hasSize(2)
                    .allMatch(key -> key.statusAsString().equals("Active"))
                    .anyMatch(key -> key.accessKeyId().equals(first))
                    .anyMatch(key -> key.accessKeyId().equals(console.text("newKeyId")));
        }
    }

    @Test
    void account_made_standsInTheAuditLog() {
        console.open("accounts.xhtml");
        console.type("list:name", name);
        console.click("list:create");
        console.awaitText(name);
        console.open("audit.xhtml");
        console.type("log:action", "admin:CreateAccount");
        console.click("log:find");

        console.visible(By.cssSelector("#log [title$=' " + name + "']"));
        console.type("log:actor", "admin");
        console.click("log:find");
        console.visible(By.cssSelector("#log [title$=' " + name + "']"));
        console.script("document.getElementById('log:from').value = '2200-01-01T00:00'");
        console.click("log:find");
        console.awaitText("No record is like this.");
        console.type("log:account", "12");
        console.click("log:find");
        console.awaitText("An account id has 12 digits.");
    }

    @Test
    void dashboard_figures_areChartsOrTables() {
        console.open("dashboard.xhtml");
        console.visible(By.cssSelector("#board .bars.latency li svg"));
        assertThat(console.text("board")).contains("Latency by operation").contains("Largest tables");
        console.click("board:tabular");
        console.visible(By.cssSelector("#board table.grid"));

        assertThat(console.text("board"))
                .contains("By operation since the start")
                .contains("Largest tables");
        assertThat(console.seriousViolations()).isEmpty();
    }

    @Test
    void workbench_keyConditionAndProjection_areTriedToo() {
        console.open("workbench.xhtml");
        console.choose("try:kind", "KEY_CONDITION");
        console.type("try:expression", "orderLines = :open");
        console.type("try:names", "");
        console.type("try:values", "{\":open\":{\"S\":\"order-1\"}}");
        console.click("try:run");
        console.awaitText("Query condition missed key schema element: pk");
        console.type("try:expression", "pk = :open");
        console.click("try:run");
        console.awaitText("true");
        console.choose("try:kind", "PROJECTION");
        console.type("try:expression", "orderLines[1]");
        console.type("try:values", "");
        console.click("try:run");
        console.awaitText("\"S\": \"b\"");
    }

    @Test
    void about_documents_areThereToRead() {
        console.open("about.xhtml");
        assertThat(console.text("postgres")).matches("\\d+\\.\\d+.*");
        assertThat(console.visible(By.partialLinkText("Differences from DynamoDB"))
                        .getDomAttribute("href"))
                .isEqualTo("docs/differences-from-dynamodb.md");
        console.open("docs/differences-from-dynamodb.md");

        console.awaitText("What a client can see.");
    }
}
