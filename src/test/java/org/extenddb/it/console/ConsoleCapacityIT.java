package org.extenddb.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.extenddb.it.api.AwsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What a table and its indexes may take each second, changed and cloned. */
class ConsoleCapacityIT extends InBrowser {
    private static final DynamoDbClient CLIENT = AwsClient.withoutRetries(SERVER);
    private String table = "";
    private ConsoleBrowser console;

    @BeforeEach
    void create() {
        table = "capacity-" + UUID.randomUUID().toString().substring(0, 8);
        console = console();
        console.asAdministrator();
        CLIENT.createTable(request -> request.tableName(table)
                .billingMode("PAY_PER_REQUEST")
                .tableClass("STANDARD_INFREQUENT_ACCESS")
                .onDemandThroughput(bounds -> bounds.maxReadRequestUnits(400L))
                .attributeDefinitions(attribute("pk"), attribute("state"))
                .keySchema(hash("pk"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-state")
                        .keySchema(hash("state"))
                        .projection(what -> what.projectionType(ProjectionType.KEYS_ONLY))
                        .onDemandThroughput(bounds -> bounds.maxWriteRequestUnits(70L))
                        .build()));
        ConsoleTable.await(CLIENT, table);
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    @Test
    void toProvisioned_withAnIndex_setsTheIndexAsWell() {
        console.open("table.xhtml?tab=capacity&name=" + table);
        console.choose("capacity:billing", "PROVISIONED");
        console.type("capacity:rows:0:readUnits", "7");
        console.type("capacity:rows:1:writeUnits", "many");
        console.click("capacity:save");
        console.awaitText("A whole number");
        console.type("capacity:rows:1:writeUnits", "3");
        console.screenshot("table-capacity");
        console.click("capacity:save");
        console.awaitText("Capacity");
        ConsoleTable.await(CLIENT, table);

        TableDescription now = describe(table);
        assertThat(now.billingModeSummary().billingModeAsString()).isEqualTo("PROVISIONED");
        assertThat(now.provisionedThroughput().readCapacityUnits()).isEqualTo(7);
        assertThat(now.globalSecondaryIndexes().get(0).provisionedThroughput().writeCapacityUnits())
                .isEqualTo(3);

        console.open("table.xhtml?tab=capacity&name=" + table);
        console.type("capacity:rows:1:writeUnits", "4");
        console.click("capacity:save");
        console.settle();
        ConsoleTable.await(CLIENT, table);
        assertThat(describe(table)
                        .globalSecondaryIndexes()
                        .get(0)
                        .provisionedThroughput()
                        .writeCapacityUnits())
                .isEqualTo(4);
    }

    @Test
    void bounds_ofTableAndIndex_areSetTogether() {
        console.open("table.xhtml?tab=capacity&name=" + table);
        console.click("capacity:save");
        console.awaitText("Nothing has changed");
        console.type("capacity:rows:0:maxWrite", "900");
        console.type("capacity:rows:1:maxWrite", "");
        console.click("capacity:save");
        console.awaitText("Capacity saved");
        ConsoleTable.await(CLIENT, table);

        TableDescription now = describe(table);
        assertThat(now.onDemandThroughput().maxReadRequestUnits()).isEqualTo(400);
        assertThat(now.onDemandThroughput().maxWriteRequestUnits()).isEqualTo(900);
        assertThat(now.globalSecondaryIndexes().get(0).onDemandThroughput()).isNull();
    }

    @Test
    void clone_boundsAndClass_areThoseOfTheTable() {
        console.open("table.xhtml?tab=settings&name=" + table);
        console.click("clone");
        console.type("create:tableName", table + "-copy");
        console.click("create:submit");
        console.visible(By.id("read:partition"));

        TableDescription copy = describe(table + "-copy");
        assertThat(copy.tableClassSummary().tableClassAsString()).isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(copy.onDemandThroughput().maxReadRequestUnits()).isEqualTo(400);
        assertThat(copy.globalSecondaryIndexes().get(0).onDemandThroughput().maxWriteRequestUnits())
                .isEqualTo(70);
    }

    private static TableDescription describe(String name) {
        return CLIENT.describeTable(request -> request.tableName(name)).table();
    }
}
