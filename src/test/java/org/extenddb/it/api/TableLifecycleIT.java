package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** CreateTable, DescribeTable, ListTables, UpdateTable and DeleteTable by the AWS SDK. */
class TableLifecycleIT {
    private final DynamoDbClient client = AwsClient.dynamoDb();

    @Test
    void createTable_withIndexes_isDescribedAsAwsDescribesIt() {
        String name = Tables.indexed(client, "describe");

        TableDescription table = client.describeTable(r -> r.tableName(name)).table();

        assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.tableArn()).endsWith(":table/" + name);
        assertThat(table.tableId()).hasSize(36);
        assertThat(table.itemCount()).isZero();
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(table.provisionedThroughput().readCapacityUnits()).isZero();
        assertThat(table.localSecondaryIndexes())
                .extracting(LocalSecondaryIndexDescription::indexName)
                .containsExactly("by_city");
        GlobalSecondaryIndexDescription global = table.globalSecondaryIndexes().get(0);
        assertThat(global.indexStatus()).isEqualTo(IndexStatus.ACTIVE);
        assertThat(global.indexArn()).isEqualTo(table.tableArn() + "/index/by_status");
    }

    @Test
    void createTable_nameTaken_isResourceInUse() {
        String name = Tables.hashOnly(client, "taken");

        assertThatThrownBy(() -> Tables.createHashOnly(client, name))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("Table already exists: " + name);
    }

    @Test
    void listTables_pages_visitEveryTableOnceInOrder() {
        List<String> created = List.of(
                Tables.hashOnly(client, "list"), Tables.hashOnly(client, "list"), Tables.hashOnly(client, "list"));

        List<String> listed = client.listTablesPaginator(r -> r.limit(2)).tableNames().stream()
                .toList();

        assertThat(listed).containsAll(created).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void updateTable_deletionProtection_keepsTheTable() {
        String name = Tables.hashOnly(client, "protected");
        client.updateTable(r -> r.tableName(name).deletionProtectionEnabled(true));

        assertThatThrownBy(() -> client.deleteTable(r -> r.tableName(name)))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
                .hasMessageContaining("protected against deletion");

        client.updateTable(r -> r.tableName(name).deletionProtectionEnabled(false));
        client.deleteTable(r -> r.tableName(name));
    }

    @Test
    void updateTable_toProvisioned_showsTheThroughput() {
        String name = Tables.hashOnly(client, "provisioned");

        client.updateTable(r -> r.tableName(name)
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(t -> t.readCapacityUnits(5L).writeCapacityUnits(7L)));

        TableDescription table = client.describeTable(r -> r.tableName(name)).table();
        assertThat(table.provisionedThroughput().readCapacityUnits()).isEqualTo(5);
        assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(7);
    }

    @Test
    void deleteTable_thenCreateAgain_isEmpty() {
        String name = Tables.hashOnly(client, "again");
        client.putItem(r -> r.tableName(name).item(Map.of("pk", Tables.s("a"))));
        client.deleteTable(r -> r.tableName(name));
        client.waiter().waitUntilTableNotExists(r -> r.tableName(name));
        assertThatThrownBy(() -> client.describeTable(r -> r.tableName(name)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Requested resource not found: Table: " + name + " not found");

        Tables.createHashOnly(client, name);
        client.waiter().waitUntilTableExists(r -> r.tableName(name));

        assertThat(client.scan(r -> r.tableName(name)).items()).isEmpty();
    }
}
