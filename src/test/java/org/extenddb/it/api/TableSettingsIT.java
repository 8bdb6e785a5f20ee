package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Tags, bounds on demand, warm throughput and table class by the AWS SDK, through the database and back. */
class TableSettingsIT {
    private final DynamoDbClient client = AwsClient.dynamoDb();

    @Test
    void tags_comeChangeAndGo_withTheTable() {
        String name = Tables.hashOnly(client, "tagged");
        String arn = client.describeTable(r -> r.tableName(name)).table().tableArn();

        client.tagResource(r -> r.resourceArn(arn).tags(tag("Env", "test"), tag("Owner", "")));
        client.tagResource(r -> r.resourceArn(arn).tags(tag("Env", "production"), tag("Cost", "1")));
        client.untagResource(r -> r.resourceArn(arn).tagKeys("Owner", "none"));

        assertThat(client.listTagsOfResource(r -> r.resourceArn(arn)).tags())
                .containsExactlyInAnyOrder(tag("Env", "production"), tag("Cost", "1"));
        assertThatThrownBy(() -> client.tagResource(r -> r.resourceArn(arn).tags(tag("aws:x", "1"))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Tag Key cannot be prefixed with aws:, Key: aws:x");
        client.deleteTable(r -> r.tableName(name));
        assertThatThrownBy(() -> client.listTagsOfResource(r -> r.resourceArn(arn)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void updateTable_settings_areKeptAndDescribed() {
        String name = Tables.indexed(client, "settings");

        client.updateTable(r -> r.tableName(name)
                .onDemandThroughput(t -> t.maxReadRequestUnits(1_000L).maxWriteRequestUnits(500L)));
        client.updateTable(r -> r.tableName(name).onDemandThroughput(t -> t.maxReadRequestUnits(-1L)));
        client.updateTable(r -> r.tableName(name).warmThroughput(t -> t.readUnitsPerSecond(13_000L)));
        client.updateTable(r -> r.tableName(name).tableClass("STANDARD_INFREQUENT_ACCESS"));
        client.updateTable(r -> r.tableName(name)
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .update(i -> i.indexName("by_status").warmThroughput(t -> t.writeUnitsPerSecond(4_001L)))
                        .build()));

        TableDescription table = client.describeTable(r -> r.tableName(name)).table();
        assertThat(table.onDemandThroughput().maxReadRequestUnits()).isNull();
        assertThat(table.onDemandThroughput().maxWriteRequestUnits()).isEqualTo(500);
        assertThat(table.warmThroughput().readUnitsPerSecond()).isEqualTo(13_000);
        assertThat(table.warmThroughput().writeUnitsPerSecond()).isEqualTo(4_000);
        assertThat(table.warmThroughput().status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.tableClassSummary().tableClassAsString()).isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(table.tableClassSummary().lastUpdateDateTime()).isNotNull();
        assertThat(table.globalSecondaryIndexes().get(0).warmThroughput().writeUnitsPerSecond())
                .isEqualTo(4_001);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
