package org.extenddb.worker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupRestoreSpec;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.backup.StoredBackup.Type;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFailure;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.engine.backup.BackupObjects;
import org.extenddb.engine.backup.CorruptBackupException;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.test.TestDatabase;
import org.extenddb.transfer.store.TestStores;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobLostException;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.restore.Bank;
import org.extenddb.worker.restore.RestoredTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup has what was there, restores to the same, and tells when it is not what it was. */
class BackupJobsTest {
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());
    private static final int ACCOUNTS = 30;

    private final Backend backend = STORAGE.backend();
    private final Bank bank = new Bank(backend, 9);
    private final MemoryObjectStore store = new MemoryObjectStore();
    private final BackupObjects objects = new BackupObjects(store);
    private final BackupWriting writing =
            new BackupWriting(backend.backups(), backend.jobs(), backend.history(), objects, STORAGE.database());
    private final BackupRestore restoring = new BackupRestore(
            backend.backups(), objects, new RestoredTables(backend.tables(), backend.items(), new TableDeltas()));
    private final BackupRemoval removal = new BackupRemoval(backend.backups(), objects);

    @Test
    void run_afterTheTableIsGone_bringsBackItemsAndIndexes() throws IOException {
        IntStream.range(0, ACCOUNTS).forEach(bank::open);
        Map<String, String> reference = Bank.contents(backend, bank.table(), KeyRange.TABLE);
        StoredBackup backup = made();
        assertThat(backup.status()).isEqualTo(Status.AVAILABLE);
        assertThat(backup.size().items()).isEqualTo(ACCOUNTS);
        backend.tables().delete(bank.address, any -> {});

        TableDefinition restored = restored(backup);
        assertThat(restored.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(Bank.contents(backend, restored, KeyRange.TABLE)).isEqualTo(reference);
        assertThat(Bank.contents(backend, restored, 1)).isEqualTo(reference);
    }

    @Test
    void manifest_whatIsWrittenElsewhere_isAllThatAnotherInstallationNeeds() throws IOException {
        bank.open(1);
        StoredBackup backup = made();
        BackupTable table = objects.manifest(backup.location()).table();
        assertThat(table).isEqualTo(BackupTableCodec.ofJson(backup.source()));
        assertThat(table.indexes()).hasSize(1);
        assertThat(table.keyAttributes()).isEqualTo(bank.table().keyAttributes());
        assertThat(table.keySchema()).isEqualTo(bank.table().keySchema());
    }

    @Test
    void run_ofAnEmptyTable_isABackupWithoutParts() throws IOException {
        StoredBackup backup = made();
        assertThat(backup.size()).isEqualTo(Size.NONE);
        assertThat(Bank.contents(backend, restored(backup), KeyRange.TABLE)).isEmpty();
    }

    @Test
    void restore_ofAPartThatWasChanged_failsAndLeavesNoTable() throws IOException {
        IntStream.range(0, ACCOUNTS).forEach(bank::open);
        StoredBackup backup = made();
        String part = backup.location().prefix() + "items/000001.json.gz";
        byte[] bytes = store.objects.get(part);
        for (int at : List.of(bytes.length - 1, bytes.length / 2, 0)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            store.objects.put(part, changed);
            assertFails(backup);
        }
        store.objects.put(part, Arrays.copyOf(bytes, bytes.length - 9));
        assertFails(backup);
        byte[] manifest = store.objects.get(backup.location().prefix() + "manifest.json");
        manifest[manifest.length / 2] ^= 1;
        assertThatThrownBy(() -> objects.manifest(backup.location())).isInstanceOf(CorruptBackupException.class);
    }

    private void assertFails(StoredBackup backup) throws IOException {
        Job job = restoreJob(backup);
        JobStep step = restoring.run(job, new Control());
        assertThat(step).isInstanceOf(JobStep.Failed.class);
        JobFailure failure = ((JobStep.Failed) step).failure();
        assertThat(failure.code()).isEqualTo("CorruptBackup");
        restoring.abandon(job);
        assertThat(backend.tables().find(job.table())).isNull();
    }

    @Test
    void delete_takesTheObjectsAway_andAbandonedOnesToo() throws IOException {
        bank.open(1);
        StoredBackup backup = made();
        backend.backups().update(backup.with(Status.DELETED), Status.AVAILABLE);
        removal.run(job(removal, backup.id(), bank.address, JobId.next(Instant.now())), new Control());
        assertThat(store.objects).isEmpty();
        assertThat(backend.backups().find(backup.id())).isNull();

        Job begun = begin();
        store.objects.put(
                Objects.requireNonNull(backend.backups().find(begun.id()))
                                .location()
                                .prefix() + "items/1",
                new byte[1]);
        writing.abandon(begun);
        assertThat(store.objects).isEmpty();
        assertThat(backend.backups().find(begun.id())).isNull();
    }

    /** It was thought dead, another server has made the backup, of a later state, and it goes on where it was. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void run_goneOnWithByAServerThatHasLostIt_staysAsTheOtherHasMadeIt(int survived) throws IOException {
        IntStream.range(0, ACCOUNTS).forEach(bank::open);
        Job job = begin();
        Lost lost = new Lost(job, survived);

        try {
            assertThat(writing.run(job, lost)).isNotInstanceOf(JobStep.Failed.class);
        } catch (JobLostException e) {
            assertThat(survived).isLessThan(2);
        }

        StoredBackup backup = Objects.requireNonNull(backend.backups().find(job.id()));
        assertThat(backup.status()).isEqualTo(Status.AVAILABLE);
        assertThat(store.objects.keySet())
                .hasSize(3)
                .allMatch(key -> key.startsWith(backup.location().prefix()));
        assertThat(Bank.contents(backend, restored(backup), KeyRange.TABLE)).isEqualTo(lost.reference);
    }

    @Test
    void abandon_ofABackupThatAnotherServerHasMade_leavesIt() throws IOException {
        bank.open(1);
        StoredBackup backup = made();

        writing.abandon(job(writing, "1", bank.address, backup.id()));
        assertThat(writing.run(job(writing, "1", bank.address, backup.id()), new Control()))
                .isInstanceOf(JobStep.Completed.class);

        assertThat(backend.backups().find(backup.id())).isEqualTo(backup);
        assertThat(objects.manifest(backup.location()).size()).isEqualTo(backup.size());
    }

    /** Its items are nowhere else. */
    @Test
    void run_ofADeletedTablesBackup_isNeverGivenUpForWantOfAStore(@TempDir Path root) {
        bank.open(1);
        BackupWriting nowhere = new BackupWriting(
                backend.backups(),
                backend.jobs(),
                backend.history(),
                new BackupObjects(TestStores.directory(root.resolve("not there"), false)),
                STORAGE.database());
        Job system = begin(Type.SYSTEM);

        assertThatThrownBy(() -> nowhere.run(system, new Control())).isInstanceOf(ObjectStoreException.class);
        assertThat(nowhere.givesUp(system)).isFalse();
        assertThat(nowhere.givesUp(begin())).isTrue();
    }

    /** The backup of a deleted table may be the first that is made. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void run_withoutABucket_makesIt_orFailsAndLeavesNothing(boolean createsBuckets, @TempDir Path root)
            throws IOException {
        bank.open(1);
        BackupWriting first = new BackupWriting(
                backend.backups(),
                backend.jobs(),
                backend.history(),
                new BackupObjects(TestStores.directory(root, createsBuckets)),
                STORAGE.database());
        Job job = begin();
        JobStep step = first.run(job, new Control());

        if (createsBuckets) {
            assertThat(step).isInstanceOf(JobStep.Completed.class);
            StoredBackup made = Objects.requireNonNull(backend.backups().find(job.id()));
            assertThat(root.resolve("bucket/" + made.location().prefix() + "manifest.json"))
                    .exists();
        } else {
            assertThat(step).isInstanceOf(JobStep.Failed.class);
            first.abandon(job);
            assertThat(backend.backups().find(job.id())).isNull();
        }
    }

    // ---- helpers

    private StoredBackup made() throws IOException {
        Job job = begin();
        assertThat(writing.run(job, new Control())).isInstanceOf(JobStep.Completed.class);
        return Objects.requireNonNull(backend.backups().find(job.id()));
    }

    private Job begin() {
        return begin(Type.USER);
    }

    private Job begin(Type type) {
        TableDefinition table = bank.table();
        String id = JobId.next(Instant.now());
        backend.backups()
                .create(new StoredBackup(
                        id,
                        table.address(),
                        table.tableId(),
                        "my-backup",
                        type,
                        Status.CREATING,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        Size.NONE,
                        new Location("bucket", "a/" + id + "/"),
                        BackupTableCodec.toJson(BackupTable.of(table))));
        Job job = job(writing, Integer.toString(table.storageId()), table.address(), id);
        backend.jobs().create(new NewJob(id, BackupJobs.CREATE, table.address(), job.spec(), null, Instant.now()));
        return job;
    }

    private TableDefinition restored(StoredBackup backup) throws IOException {
        Job job = restoreJob(backup);
        assertThat(restoring.run(job, new Control())).isInstanceOf(JobStep.Completed.class);
        return Objects.requireNonNull(backend.tables().find(job.table()));
    }

    private Job restoreJob(StoredBackup backup) {
        BackupTable table = BackupTableCodec.ofJson(backup.source());
        TableAddress target = new TableAddress(bank.address.account(), bank.address.region(), "r-" + UUID.randomUUID());
        TableDefinition filled = Objects.requireNonNull(backend.tables()
                .create(new NewTable(
                        target,
                        table.keySchema(),
                        table.keyAttributes(),
                        table.indexes(),
                        TableSettings.onDemand()
                                .withOrigin(new RestoreOrigin(
                                        backup.arn(), backup.table().arn(), backup.createdAt())),
                        TableStatus.CREATING)));
        String spec = new BackupRestoreSpec(backup.id(), filled.storageId()).toText();
        return job(restoring, spec, target, JobId.next(Instant.now()));
    }

    private static Job job(JobRunner runner, String spec, TableAddress table, String id) {
        return new Job(
                id,
                runner.kind(),
                table,
                spec,
                JobState.RUNNING,
                JobProgress.NONE,
                null,
                1,
                false,
                null,
                new Job.Times(Instant.now(), null, null));
    }

    /** Of a server that hears after so many answers that it has lost its job, or never does. */
    private final class Lost implements JobControl {
        private final Job job;
        private Map<String, String> reference = Map.of();
        private int survives;

        Lost(Job job, int survives) {
            this.job = job;
            this.survives = survives;
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void checkpoint(@Nullable String checkpoint, JobProgress progress) {
            confirm();
        }

        @Override
        public void confirm() {
            if (survives == 2 || survives-- != 0) {
                otherServer();
                return;
            }
            otherServer();
            throw new JobLostException(job.id());
        }

        private void otherServer() {
            if (!reference.isEmpty()) {
                return;
            }
            bank.open(ACCOUNTS);
            reference = Bank.contents(backend, bank.table(), KeyRange.TABLE);
            try {
                assertThat(writing.run(job, new Control())).isInstanceOf(JobStep.Completed.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Control implements JobControl {
        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void checkpoint(@Nullable String checkpoint, JobProgress progress) {}

        @Override
        public void confirm() {}
    }
}
