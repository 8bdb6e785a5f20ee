package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BackupNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupTypeFilter;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InvalidRestoreTimeException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Point-in-time recovery and backups by the AWS SDK. */
class RestoreIT {
    private static final int ITEMS = 60;
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final DynamoDbClient client = AwsClient.dynamoDb();
    private final String table = Tables.indexed(client, "restore");

    @Test
    void restore_toTheSecondBeforeABadDelete_hasWhatWasThere() throws InterruptedException {
        write(0, ITEMS / 2);
        client.updateContinuousBackups(r -> r.tableName(table)
                .pointInTimeRecoverySpecification(
                        s -> s.pointInTimeRecoveryEnabled(true).recoveryPeriodInDays(14)));
        write(ITEMS / 2, ITEMS);
        Map<Integer, Map<String, AttributeValue>> reference = contents(table, null);
        Instant before = described().latestRestorableDateTime();
        assertThat(described().pointInTimeRecoveryStatus()).isEqualTo(PointInTimeRecoveryStatus.ENABLED);
        assertThat(described().recoveryPeriodInDays()).isEqualTo(14);
        assertThat(described().earliestRestorableDateTime()).isBefore(before);
        IntStream.range(0, ITEMS - 1)
                .forEach(i -> client.deleteItem(r -> r.tableName(table).key(key(i))));
        client.putItem(r -> r.tableName(table).item(item(ITEMS + 1)));
        assertThatThrownBy(() -> client.restoreTableToPointInTime(r -> r.sourceTableName(table)
                        .targetTableName(Tables.newName("never"))
                        .restoreDateTime(before.minusSeconds(3_600))))
                .isInstanceOf(InvalidRestoreTimeException.class);

        String target = Tables.newName("restored");
        TableDescription begun = client.restoreTableToPointInTime(
                        r -> r.sourceTableName(table).targetTableName(target).restoreDateTime(before))
                .tableDescription();
        assertThat(begun.tableStatus()).isEqualTo(TableStatus.CREATING);
        assertThat(begun.restoreSummary().restoreInProgress()).isTrue();
        assertThat(begun.restoreSummary().sourceTableArn())
                .isEqualTo(describe(table).tableArn());
        assertThatThrownBy(() -> client.scan(r -> r.tableName(target))).isInstanceOf(ResourceNotFoundException.class);
        until(() -> describe(target).tableStatus() == TableStatus.ACTIVE);

        assertThat(describe(target).restoreSummary().restoreInProgress()).isFalse();
        assertThat(contents(target, null)).isEqualTo(reference);
        assertThat(contents(target, "by_status")).isEqualTo(reference);
        client.putItem(r -> r.tableName(target).item(item(ITEMS + 2)));
        assertThat(contents(target, "by_status")).hasSize(ITEMS + 1);
        deletedWithPointInTimeRecovery_leavesABackup();
    }

    private void deletedWithPointInTimeRecovery_leavesABackup() throws InterruptedException {
        Map<Integer, Map<String, AttributeValue>> last = contents(table, null);
        client.deleteTable(r -> r.tableName(table));
        String arn = client.listBackups(r -> r.tableName(table).backupType(BackupTypeFilter.SYSTEM))
                .backupSummaries()
                .get(0)
                .backupArn();
        until(() -> status(arn) == BackupStatus.AVAILABLE);
        assertThat(client.listBackups(r -> r.tableName(table)).backupSummaries())
                .isEmpty();
        assertThatThrownBy(() -> client.deleteBackup(r -> r.backupArn(arn)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("not allowed to delete the system backup");

        client.restoreTableFromBackup(r -> r.backupArn(arn).targetTableName(table));
        until(() -> describe(table).tableStatus() == TableStatus.ACTIVE);
        assertThat(contents(table, null)).isEqualTo(last);
        assertThat(contents(table, "by_status")).isEqualTo(last);
    }

    @Test
    void restore_ofABackupWhoseTableIsGone_hasItemsAndIndexes() throws InterruptedException {
        write(0, ITEMS);
        Map<Integer, Map<String, AttributeValue>> reference = contents(table, null);
        String arn = client.createBackup(r -> r.tableName(table).backupName("before"))
                .backupDetails()
                .backupArn();
        until(() -> status(arn) == BackupStatus.AVAILABLE);
        assertThat(client.listBackups(r -> r.tableName(table)).backupSummaries())
                .singleElement()
                .satisfies(summary -> assertThat(summary.backupArn()).isEqualTo(arn));
        assertThat(client.describeBackup(r -> r.backupArn(arn))
                        .backupDescription()
                        .sourceTableDetails()
                        .itemCount())
                .isEqualTo(ITEMS);
        client.deleteTable(r -> r.tableName(table));

        client.restoreTableFromBackup(r -> r.backupArn(arn).targetTableName(table));
        until(() -> describe(table).tableStatus() == TableStatus.ACTIVE);
        assertThat(contents(table, null)).isEqualTo(reference);
        assertThat(contents(table, "by_status")).isEqualTo(reference);
        assertThat(describe(table).localSecondaryIndexes()).hasSize(1);
        client.deleteBackup(r -> r.backupArn(arn));
        assertThatThrownBy(() -> client.describeBackup(r -> r.backupArn(arn)))
                .isInstanceOf(BackupNotFoundException.class);
    }

    private BackupStatus status(String arn) {
        return client.describeBackup(r -> r.backupArn(arn))
                .backupDescription()
                .backupDetails()
                .backupStatus();
    }

    private TableDescription describe(String name) {
        return client.describeTable(r -> r.tableName(name)).table();
    }

    private PointInTimeRecoveryDescription described() {
        return client.describeContinuousBackups(r -> r.tableName(table))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription();
    }

    private void write(int from, int to) {
        for (int i = from; i < to; i += 25) {
            List<WriteRequest> batch = IntStream.range(i, Math.min(to, i + 25))
                    .mapToObj(n -> WriteRequest.builder()
                            .putRequest(p -> p.item(item(n)))
                            .build())
                    .toList();
            client.batchWriteItem(r -> r.requestItems(Map.of(table, batch)));
        }
    }

    private static Map<String, AttributeValue> key(int i) {
        return Map.of("pk", Tables.s("p" + i % 7), "sk", Tables.n(i));
    }

    private static Map<String, AttributeValue> item(int i) {
        Map<String, AttributeValue> item = new HashMap<>(key(i));
        item.put("status", Tables.s("s" + i % 3));
        item.put("city", Tables.s("c" + i % 5));
        item.put("more", Tables.s("x".repeat(i)));
        return item;
    }

    private Map<Integer, Map<String, AttributeValue>> contents(String name, String index) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        client.scanPaginator(r -> r.tableName(name).indexName(index)).items().forEach(items::add);
        return items.stream()
                .collect(Collectors.toMap(item -> Integer.valueOf(item.get("sk").n()), item -> item));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("time is up").isNegative();
            Thread.sleep(200);
        }
    }
}
