package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.extenddb.auth.Authenticated;
import org.extenddb.config.QuotaConfig;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.BackupStore.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the way of a restore, and of whom a restore is in the way. Nobody does the work here: restores stay as they were begun. */
class RestoreFromBackupTest {
    private final TableServer server = new TableServer(60, new QuotaConfig(0, 0, 0));
    private String backup = "";

    @BeforeEach
    void aBackupIsThere() {
        create("source");
        server.wait(Duration.ofMinutes(2));
        assertThat(post("CreateBackup", "{\"TableName\":\"source\",\"BackupName\":\"first\"}"))
                .startsWith("<");
        StoredBackup begun = server.backend
                .backups()
                .list(
                        TableServer.SENDER.caller().account(),
                        TableServer.SENDER.region(),
                        new Filter(null, null, null, null),
                        null,
                        2)
                .get(0);
        server.backend.backups().update(begun.with(Status.AVAILABLE), Status.CREATING);
        backup = begun.arn();
    }

    @Test
    void restore_ofABackupThatIsRestoredFrom_isRefused() {
        assertThat(restore("one")).startsWith("<");

        assertThat(restore("two"))
                .isEqualTo("! BackupInUseException Backup is being used to restore another table: " + shown());
        assertThat(post("DeleteBackup", "{\"BackupArn\":\"" + backup + "\"}"))
                .isEqualTo("! BackupInUseException Backup is being used to restore table: " + shown());
        assertThat(post("DescribeBackup", "{\"BackupArn\":\"" + backup + "\"}")).contains("AVAILABLE");
    }

    /** A backup is looked for where the request is, and answered under the name it was asked for by. */
    @Test
    void describeAndDelete_byAnArnOfAnotherRegion_areOfThisOne() {
        String elsewhere = backup.replace("us-east-1", "eu-west-1");

        assertThat(post("DescribeBackup", "{\"BackupArn\":\"" + elsewhere + "\"}"))
                .contains("\"BackupArn\":\"" + elsewhere.replaceAll("/backup/.*", "/backup/ID"), "AVAILABLE");
        assertThat(post("DeleteBackup", "{\"BackupArn\":\"" + elsewhere + "\"}"))
                .contains("DELETED");
        assertThat(post("DescribeBackup", "{\"BackupArn\":\"" + backup + "\"}"))
                .isEqualTo("! BackupNotFoundException Backup not found: " + shown());
    }

    @Test
    void restore_ofABackupOfAnotherRegion_needsItsOwnEncryption() {
        server.sender = new Authenticated(TableServer.SENDER.caller(), new Region("eu-west-1"));

        assertThat(restore("one"))
                .isEqualTo("! ValidationException Invalid Request: sseSpecificationOverride must be provided for"
                        + " cross-region restores");
        assertThat(post("DescribeBackup", "{\"BackupArn\":\"" + backup + "\"}"))
                .startsWith("! BackupNotFoundException");
        assertThat(post(
                        "RestoreTableFromBackup",
                        "{\"BackupArn\":\"" + backup + "\",\"TargetTableName\":\"one\","
                                + "\"SSESpecificationOverride\":{\"Enabled\":true,\"SSEType\":\"KMS\"}}"))
                .contains("\"TableArn\":\"arn:aws:dynamodb:eu-west-1:000000000000:table/one\"")
                .contains("\"SourceBackupArn\":\"" + shown());
        server.sender = TableServer.SENDER;
        assertThat(restore("two"))
                .isEqualTo("! BackupInUseException Backup is being used to restore another table: " + shown());
    }

    @Test
    void deleteBackup_ofASystemBackup_isRefused() {
        post(
                "UpdateContinuousBackups",
                "{\"TableName\":\"source\",\"PointInTimeRecoverySpecification\":{\"PointInTimeRecoveryEnabled\":true}}");
        assertThat(post("DeleteTable", "{\"TableName\":\"source\"}")).contains("DELETING");
        StoredBackup system = server.backend
                .backups()
                .list(
                        TableServer.SENDER.caller().account(),
                        TableServer.SENDER.region(),
                        new Filter(null, StoredBackup.Type.SYSTEM, null, null),
                        null,
                        2)
                .get(0);
        server.backend.backups().update(system.with(Status.AVAILABLE), Status.CREATING);

        assertThat(system.id()).endsWith("-00000000");
        assertThat(post("DeleteBackup", "{\"BackupArn\":\"" + system.arn() + "\"}"))
                .isEqualTo(
                        "! ValidationException Invalid Request: User is not allowed to delete the system backup with arn "
                                + shown() + ". It will automatically expire on "
                                + system.createdAt().plus(Duration.ofDays(35)));
        assertThat(post("DescribeBackup", "{\"BackupArn\":\"" + system.arn() + "\"}"))
                .contains("AVAILABLE", "\"BackupExpiryDateTime\":");
        backup = system.arn();
        assertThat(restore("back")).contains("\"RestoreInProgress\":true");
    }

    @Test
    void restore_intoATableThatIsBeingRestored_isInUse() {
        assertThat(restore("one")).startsWith("<");

        assertThat(restore("one"))
                .isEqualTo("! TableInUseException Table: one is already being restored from backup: " + shown());
    }

    /** A double click, or a client that is tired of waiting: the first one makes the table, and the others leave nothing behind. */
    @Test
    void restore_severalAtOnceIntoOneTable_oneIsDone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<String> all = new ArrayList<>();
        try {
            for (Future<String> answer :
                    threads.invokeAll(Collections.<Callable<String>>nCopies(4, () -> restore("one")))) {
                all.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(all).filteredOn(answer -> answer.startsWith("<")).hasSize(1);
        assertThat(all)
                .filteredOn(answer -> answer.startsWith("!"))
                .allMatch(answer -> answer.matches("! (TableInUse|BackupInUse)Exception .*"));
        assertThat(server.backend.jobs().list(JobFilter.OPEN, null, 10))
                .filteredOn(job -> job.kind().equals(BackupJobs.RESTORE))
                .singleElement()
                .satisfies(job -> assertThat(job.cancelRequested()).isFalse());
    }

    @Test
    void restore_intoATableThatIsBeingDeleted_meetsAnExistingOne() {
        create("going");
        server.wait(Duration.ofMinutes(2));
        assertThat(post("DeleteTable", "{\"TableName\":\"going\"}")).contains("DELETING");

        assertThat(restore("going")).isEqualTo("! TableAlreadyExistsException Table already exists: going");
    }

    @Test
    void createBackup_ofATableThatIsBeingCreated_meetsNoTable() {
        TableServer early = new TableServer(60, new QuotaConfig(0, 0, 0));
        create(early, "coming");

        assertThat(post(early, "CreateBackup", "{\"TableName\":\"coming\",\"BackupName\":\"first\"}"))
                .isEqualTo("! TableNotFoundException Table not found: coming");
    }

    @Test
    void restore_thatHasEnded_isToldOfAndLeavesTheBackupFree() {
        assertThat(restore("one")).contains("\"RestoreInProgress\":true");
        TableAddress address =
                new TableAddress(TableServer.SENDER.caller().account(), TableServer.SENDER.region(), "one");
        server.catalog.update(address, table -> table.withStatus(TableStatus.ACTIVE));

        assertThat(post("DescribeTable", "{\"TableName\":\"one\"}"))
                .contains("\"RestoreInProgress\":false", "\"SourceBackupArn\":\"" + shown());
        assertThat(restore("two")).startsWith("<");
    }

    // ---- helpers

    private void create(String name) {
        create(server, name);
    }

    private static void create(TableServer at, String name) {
        assertThat(post(
                        at,
                        "CreateTable",
                        "{\"TableName\":\"" + name + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":"
                                + "[{\"AttributeName\":\"a\",\"AttributeType\":\"S\"}],\"KeySchema\":"
                                + "[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}]}"))
                .startsWith("<");
    }

    private String restore(String target) {
        return post(
                "RestoreTableFromBackup", "{\"BackupArn\":\"" + backup + "\",\"TargetTableName\":\"" + target + "\"}");
    }

    private String shown() {
        return backup.replaceAll("/backup/.*", "/backup/ID");
    }

    private String post(String operation, String json) {
        return post(server, operation, json);
    }

    private static String post(TableServer at, String operation, String json) {
        return TableOperationsGoldenTest.shown(at.post(operation, json)).strip();
    }
}
