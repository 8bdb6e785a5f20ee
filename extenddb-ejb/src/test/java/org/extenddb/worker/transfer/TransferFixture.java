package org.extenddb.worker.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.extenddb.config.BackupConfig;
import org.extenddb.core.api.transfer.CsvMembers;
import org.extenddb.core.api.transfer.ExportRequest;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.ImportCheckpoint;
import org.extenddb.core.api.transfer.ImportCheckpoint.Counts;
import org.extenddb.core.api.transfer.ImportRequest;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.api.transfer.IncrementalMembers;
import org.extenddb.core.api.transfer.SourceMembers;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.PastBeginning;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.test.TestDatabase;
import org.extenddb.transfer.store.TestStores;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobLostException;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.restore.RestoredTables;
import org.jspecify.annotations.Nullable;

/** Tables with an index, a bucket, and jobs that are taken up again and again. */
final class TransferFixture {
    static final int SLOT = 3;

    /** Checks enough for any job to end in one turn. */
    static final int ALWAYS = 1_000_000;

    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute CITY = new KeyAttribute("city", ScalarType.S);

    final Backend backend = STORAGE.backend();
    final Path bucket;
    final ExportRunner exports;
    final ImportRunner imports;
    final UnfilledTables unfilled;

    TransferFixture(Path root) throws IOException {
        this.bucket = Files.createDirectories(root.resolve("bucket"));
        BackupConfig backups = new BackupConfig("backups");
        ObjectStore store = TestStores.directory(root);
        this.exports = new ExportRunner(STORAGE.database(), backend.tables(), backend.history(), store, backups);
        this.imports = new ImportRunner(
                backend.tables(),
                backend.items(),
                store,
                new RestoredTables(backend.tables(), backend.items(), new TableDeltas()),
                backups);
        this.unfilled = new UnfilledTables(STORAGE.database(), backend.tables());
    }

    /** Makes a table an hour older. */
    void age(TableDefinition table) {
        STORAGE.database().write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE ddb_table SET created_at = created_at - interval '1 hour' WHERE storage_id = ?")) {
                update.setInt(1, table.storageId());
                return update.executeUpdate();
            }
        });
    }

    TableDefinition newTable(TableStatus status) {
        IndexDefinition index = new IndexDefinition(
                "by_city",
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(CITY, null),
                Projection.ALL,
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                SLOT);
        TableAddress address =
                new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), "t-" + UUID.randomUUID());
        return Objects.requireNonNull(backend.tables()
                .create(new NewTable(
                        address,
                        KeySchema.of(PK, null),
                        List.of(PK, CITY),
                        List.of(index),
                        TableSettings.onDemand(),
                        status)));
    }

    TableDefinition newRecoverableTable() {
        TableDefinition table = newTable(TableStatus.ACTIVE);
        TableDefinition enabled = Objects.requireNonNull(backend.tables()
                .update(table.address(), it -> it.with(it.settings().withRecovery(PointInTimeRecovery.enabled(35)))));
        return PastBeginning.settle(backend.tables(), backend.history(), enabled);
    }

    /** @param json canonical */
    void put(TableDefinition table, String json) {
        Item item = ItemJson.read(json.getBytes(StandardCharsets.UTF_8));
        mutate(
                table,
                item,
                new Change.Write(
                        new NewItem(ItemJson.write(item), ItemSize.of(item), null, IndexEntries.of(table, item))));
    }

    void put(TableDefinition table, int number, String value) {
        put(table, item(number, value));
    }

    void remove(TableDefinition table, int number) {
        mutate(table, ItemJson.read(item(number, "").getBytes(StandardCharsets.UTF_8)), new Change.Remove());
    }

    static String item(int number, String value) {
        return "{\"pk\":{\"S\":\"k" + number + "\"},\"city\":{\"S\":\"c" + number % 5 + "\"},\"v\":{\"S\":\"" + value
                + "\"}}";
    }

    private void mutate(TableDefinition table, Item item, Change change) {
        ItemAddress address = new ItemAddress(TableLayout.of(table), ItemKeys.of(table.keySchema(), item));
        backend.items().mutate(address, new ItemMutation() {
            @Override
            public Reads reads() {
                return Reads.NOTHING;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                return change;
            }
        });
    }

    Map<String, String> contents(TableDefinition table, int slot) {
        Map<String, String> contents = new TreeMap<>();
        KeyRange range = new KeyRange(TableLayout.of(table), slot, PartitionRange.ALL, SortBounds.ALL, true, null);
        backend.items()
                .read(
                        range,
                        1_000,
                        item -> contents.put(item.key().toString(), new String(item.json(), StandardCharsets.UTF_8))
                                == null);
        return contents;
    }

    Job exportJob(TableDefinition table, String format, @Nullable IncrementalMembers incremental, Instant time) {
        ExportRequest request = new ExportRequest(
                table.address().arn(),
                null,
                null,
                new ExportRequest.Destination("bucket", null, "some/prefix", null, null),
                format,
                incremental == null ? null : ExportSpec.INCREMENTAL,
                incremental,
                null);
        ExportSpec spec = new ExportSpec(request, table.tableId(), table.storageId(), List.of("pk"), time);
        return job(ExportSpec.KIND, table, spec.toJson());
    }

    Job importJob(TableDefinition table, String prefix, String format, String compression) {
        return importJob(table, prefix, format, compression, null);
    }

    Job importJob(TableDefinition table, String prefix, String format, String compression, @Nullable CsvMembers csv) {
        ImportRequest request =
                new ImportRequest(null, new SourceMembers("bucket", null, prefix), format, csv, compression, null);
        return job(ImportSpec.KIND, table, new ImportSpec(request, table.tableId(), table.storageId()).toJson());
    }

    private static Job job(String kind, TableDefinition table, String spec) {
        return new Job(
                JobId.next(Instant.now()),
                kind,
                table.address(),
                spec,
                JobState.RUNNING,
                JobProgress.NONE,
                null,
                1,
                false,
                null,
                new Job.Times(Instant.now(), Instant.now(), null));
    }

    static Counts counts(Ended ended) {
        return ImportCheckpoint.ofJson(ended.job().checkpoint()).counts();
    }

    /** A job as it ended. */
    record Ended(Job job, JobStep step, int turns) {}

    Ended run(Job job, int checksInATurn) throws IOException {
        JobRunner runner = job.kind().equals(ExportSpec.KIND) ? exports : imports;
        Turn turn = new Turn(job);
        JobStep step = JobStep.Continue.AT_ONCE;
        while (step instanceof JobStep.Continue) {
            turn.left = checksInATurn;
            turn.turns++;
            step = runner.run(turn.job, turn);
        }
        if (step instanceof JobStep.Failed) {
            runner.abandon(turn.job);
        }
        return new Ended(turn.job, step, turn.turns);
    }

    /**
     * Runs an export to where it hears that it has lost the job, which another server has taken up and completed just before.
     *
     * @param survived times that it says how far it has come, or asks whether it still has the job, before that
     */
    void runUntilLost(Job job, int survived) throws IOException {
        Turn begun = new Turn(job);
        begun.left = ALWAYS;
        exports.run(job, begun);
        exports.run(begun.job, new Lost(begun, survived));
    }

    /** Of a server that does not know yet that it has lost its job. */
    private final class Lost implements JobControl {
        private final Turn turn;
        private int survives;

        Lost(Turn turn, int survives) {
            this.turn = turn;
            this.survives = survives;
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void checkpoint(@Nullable String checkpoint, JobProgress progress) {
            confirm();
            turn.checkpoint(checkpoint, progress);
        }

        @Override
        public void confirm() {
            if (survives-- == 0) {
                try {
                    TransferFixture.this.run(turn.job, ALWAYS);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                throw new JobLostException(turn.job.id());
            }
        }
    }

    /** Time is up after some checks; each turn begins at the last checkpoint, as on another server. */
    private static final class Turn implements JobControl {
        private Job job;
        private int left;
        private int turns;

        Turn(Job job) {
            this.job = job;
        }

        @Override
        public boolean goesOn() {
            return left-- > 0;
        }

        @Override
        public void checkpoint(@Nullable String checkpoint, JobProgress progress) {
            job = new Job(
                    job.id(),
                    job.kind(),
                    job.table(),
                    job.spec(),
                    job.state(),
                    progress,
                    checkpoint,
                    0,
                    false,
                    null,
                    job.times());
        }

        @Override
        public void confirm() {}
    }
}
