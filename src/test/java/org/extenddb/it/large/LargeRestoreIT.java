package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * A table of as many items as {@code -Dextenddb.restore.items} says, with three indexes, under write load: to the second before a bad
 * delete, and from a backup after it was dropped. The server is killed in the middle of both restores.
 */
@EnabledIfSystemProperty(named = "extenddb.restore.items", matches = "[0-9]+")
class LargeRestoreIT {
    private static final int ITEMS = Integer.getInteger("extenddb.restore.items", 0) / 100 * 100;
    private static final int DELETED_FROM = ITEMS / 10 * 9;
    private static final int CALM_MILLIS = 10_000;
    private static final int SECOND = 1_000;

    private final LongRun run = LongRun.start("large-restore");
    private final DynamoDbClient client = run.client;
    private final NumberedTable table = new NumberedTable(client, "large", ITEMS);
    private final Rounds writers = new Rounds(client, table.name, ITEMS);

    LargeRestoreIT() throws IOException {}

    @Test
    void restores_ofALargeTableUnderWriteLoad_equalTheReference() throws Exception {
        try (run) {
            LongRun.timed("import with three indexes", ITEMS, () -> {
                table.fill(run);
                return ITEMS;
            });
            client.updateContinuousBackups(r ->
                    r.tableName(table.name).pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(true)));
            writers.start();
            tellRate("with nothing beside them", () -> Thread.sleep(CALM_MILLIS));

            Rounds.Mark least = writers.acknowledged();
            Thread.sleep(SECOND);
            Instant before = Instant.now();
            Thread.sleep(SECOND);
            Rounds.Mark most = writers.begun();
            assertThat(Collections.max(most.puts())).isLessThan(DELETED_FROM / Rounds.WRITERS);
            tellRate("beside the bad delete", () -> table.deleteFrom(DELETED_FROM));

            NumberedTable past = new NumberedTable(client, "past", ITEMS);
            tellRate(
                    "beside the restore",
                    () -> LongRun.timed("restore to a time, killed at a third", ITEMS, () -> {
                        client.restoreTableToPointInTime(r -> r.sourceTableName(table.name)
                                .targetTableName(past.name)
                                .restoreDateTime(before));
                        run.killWhen(() -> run.done("RESTORE_TO_POINT_IN_TIME") >= ITEMS / 3);
                        run.tellHeap("in the middle of the restore");
                        return active(past);
                    }));
            Rounds.Mark leastBackedUp = writers.acknowledged();
            String[] backup = new String[1];
            tellRate("beside the backup", () -> backup[0] = LongRun.timed("backup", DELETED_FROM, this::backUp));
            Rounds.Mark mostBackedUp = writers.begun();
            run.tellHeap("after the backup");
            writers.stop();

            int[] restored = LongRun.timed("reading all of it and its indexes", 4 * ITEMS, past::contents);
            writers.assertIsAState(restored, ITEMS, least, most);
            System.out.println(
                    "restored to a time with " + Arrays.stream(restored).sum() + " puts, between " + least.total()
                            + " a second before and " + most.total() + " a second after");

            client.deleteTable(r -> r.tableName(table.name));
            LongRun.timed("restore from the backup, killed in the middle", DELETED_FROM, () -> {
                client.restoreTableFromBackup(r -> r.backupArn(backup[0]).targetTableName(table.name));
                run.killWhen(() -> run.done("RESTORE_FROM_BACKUP") >= ITEMS / 2);
                run.tellHeap("in the middle of the restore");
                return active(table);
            });
            run.tellHeap("after the restore");
            writers.assertIsAState(table.contents(), DELETED_FROM, leastBackedUp, mostBackedUp);
        }
    }

    private String backUp() throws InterruptedException {
        String arn = client.createBackup(r -> r.tableName(table.name).backupName("large"))
                .backupDetails()
                .backupArn();
        LongRun.until(() -> client.describeBackup(r -> r.backupArn(arn))
                        .backupDescription()
                        .backupDetails()
                        .backupStatus()
                == BackupStatus.AVAILABLE);
        return arn;
    }

    private TableStatus active(NumberedTable restored) throws InterruptedException {
        LongRun.until(() ->
                client.describeTable(r -> r.tableName(restored.name)).table().tableStatus() == TableStatus.ACTIVE);
        return TableStatus.ACTIVE;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void tellRate(String when, Work work) throws Exception {
        long begun = System.nanoTime();
        int before = writers.acknowledged().total();
        work.run();
        long puts = writers.acknowledged().total() - before;
        System.out.println("puts " + when + ": " + puts * 1_000_000_000L / (System.nanoTime() - begun) + "/s");
    }
}
