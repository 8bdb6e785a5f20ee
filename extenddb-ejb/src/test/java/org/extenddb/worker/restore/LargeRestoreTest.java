package org.extenddb.worker.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupRestoreSpec;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.PointInTimeRestoreSpec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.PastBeginning;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.engine.backup.BackupObjects;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.test.TestDatabase;
import org.extenddb.worker.backup.BackupRestore;
import org.extenddb.worker.backup.BackupWriting;
import org.extenddb.worker.backup.MemoryObjectStore;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobRunner;
import org.extenddb.worker.job.JobStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A large table under write load: to the second before a bad delete, and from a backup after the table is gone. Run with {@code
 * -Dextenddb.restore.items=1000000}; tells what it measured.
 */
@EnabledIfSystemProperty(named = "extenddb.restore.items", matches = "\\d+")
class LargeRestoreTest {
    private static final Logger LOG = System.getLogger(LargeRestoreTest.class.getName());
    private static final int WRITERS = 4;
    private static final int ROUNDS = 8;

    private final int items = Integer.getInteger("extenddb.restore.items", 0) / WRITERS * WRITERS;
    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final Backend backend = storage.backend();
    private final LargeTable table = new LargeTable(backend, items);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final ReentrantReadWriteLock pause = new ReentrantReadWriteLock();
    private final RestoredTables targets = new RestoredTables(backend.tables(), backend.items(), new TableDeltas());

    @Test
    void restores_ofALargeTableUnderLoad_equalTheReference() throws Exception {
        timed("filling", () -> table.fill(0, items));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        for (int t = 0; t < WRITERS; t++) {
            int remainder = t;
            threads.submit(() -> write(remainder));
        }
        threads.submit(this::watchMemory);
        rate();
        double off = 0;
        double on = 0;
        for (int round = 0; round < ROUNDS; round++) {
            recovery(PointInTimeRecovery.DISABLED);
            off += rate();
            recovery(PointInTimeRecovery.enabled(35));
            on += rate();
        }
        LOG.log(
                Level.INFO,
                "writes a second: {0} without, {1} with history, ratio {2}",
                off / ROUNDS,
                on / ROUNDS,
                on / off);

        pause.writeLock().lock();
        Instant time = backend.history().now();
        int[] reference = table.values.clone();
        pause.writeLock().unlock();
        table.delete(0, items / 10);
        peak.set(0);
        TableDefinition restored = timed("restoring to the point in time", () -> restore(time));
        LOG.log(Level.INFO, "meanwhile {0} writes a second", rate());
        LOG.log(Level.INFO, "heap at most {0} MB", peak.get() >> 20);
        assertThat(LargeTable.contents(backend, restored, 0, items)).isEqualTo(reference);
        for (int slot = 1; slot <= 3; slot++) {
            assertThat(LargeTable.contents(backend, restored, slot, items)).isEqualTo(reference);
        }

        peak.set(0);
        StoredBackup backup = timed("the backup, under load", this::backUp);
        ended.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        StoredBackup last = timed("the backup, without", this::backUp);
        int[] atLast = LargeTable.contents(backend, table.table(), 0, items);
        backend.tables().delete(table.address, any -> {});
        TableDefinition again = timed("restoring from the backup", () -> restore(last));
        LOG.log(Level.INFO, "heap at most {0} MB", peak.get() >> 20);
        assertThat(LargeTable.contents(backend, again, 0, items)).isEqualTo(atLast);
        for (int slot = 1; slot <= 3; slot++) {
            assertThat(LargeTable.contents(backend, again, slot, items)).isEqualTo(atLast);
        }
        assertThat(backup.size().items()).isPositive();
    }

    private void write(int remainder) {
        Random random = new Random(remainder);
        while (!ended.get()) {
            pause.readLock().lock();
            try {
                table.putAny(remainder, WRITERS, random);
                writes.incrementAndGet();
            } catch (TableChangedException e) {
                continue;
            } finally {
                pause.readLock().unlock();
            }
        }
    }

    private void watchMemory() {
        while (!ended.get()) {
            Runtime runtime = Runtime.getRuntime();
            peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
            sleep(100);
        }
    }

    private double rate() {
        long before = writes.get();
        long start = System.nanoTime();
        sleep(4_000);
        return (writes.get() - before) * 1e9 / (System.nanoTime() - start);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void recovery(PointInTimeRecovery recovery) {
        TableDefinition changed = Objects.requireNonNull(backend.tables()
                .update(table.address, now -> now.with(now.settings().withRecovery(recovery))));
        if (recovery.isEnabled()) {
            PastBeginning.settle(backend.tables(), backend.history(), changed);
        }
    }

    private TableDefinition restore(Instant time) throws IOException {
        TableDefinition source = table.table();
        TableDefinition target = target(source.settings(), new RestoreOrigin(null, table.address.arn(), time));
        PointInTimeRestoreSpec spec =
                new PointInTimeRestoreSpec(source.storageId(), source.address(), time, target.storageId());
        return finish(
                new PointInTimeRestore(storage.database(), backend.tables(), backend.history(), targets),
                target.address(),
                spec.toJson());
    }

    private StoredBackup backUp() throws IOException {
        TableDefinition source = table.table();
        String id = JobId.next(Instant.now());
        backend.backups()
                .create(new StoredBackup(
                        id,
                        source.address(),
                        source.tableId(),
                        "large",
                        StoredBackup.Type.USER,
                        StoredBackup.Status.CREATING,
                        Instant.now(),
                        StoredBackup.Size.NONE,
                        new StoredBackup.Location("bucket", id + "/"),
                        BackupTableCodec.toJson(BackupTable.of(source))));
        String spec = Integer.toString(source.storageId());
        backend.jobs().create(new NewJob(id, BackupJobs.CREATE, source.address(), spec, null, Instant.now()));
        BackupWriting writing =
                new BackupWriting(backend.backups(), backend.jobs(), backend.history(), objects, storage.database());
        run(writing, id, source.address(), spec);
        return Objects.requireNonNull(backend.backups().find(id));
    }

    private final BackupObjects objects = new BackupObjects(new MemoryObjectStore());

    private TableDefinition restore(StoredBackup backup) throws IOException {
        TableDefinition target = target(
                TableSettings.onDemand(),
                new RestoreOrigin(backup.arn(), backup.table().arn(), backup.createdAt()));
        return finish(
                new BackupRestore(backend.backups(), objects, targets),
                target.address(),
                new BackupRestoreSpec(backup.id(), target.storageId()).toText());
    }

    private TableDefinition target(TableSettings settings, RestoreOrigin origin) {
        BackupTable source = BackupTable.of(Objects.requireNonNullElseGet(
                backend.tables().find(table.address), () -> Objects.requireNonNull(last)));
        last = Objects.requireNonNullElse(backend.tables().find(table.address), last);
        TableAddress address =
                new TableAddress(table.address.account(), table.address.region(), "r-" + UUID.randomUUID());
        return Objects.requireNonNull(backend.tables()
                .create(new NewTable(
                        address,
                        source.keySchema(),
                        source.keyAttributes(),
                        source.indexes(),
                        settings.withRecovery(PointInTimeRecovery.DISABLED).withOrigin(origin),
                        TableStatus.CREATING)));
    }

    private @Nullable TableDefinition last;

    private TableDefinition finish(JobRunner runner, TableAddress target, String spec) throws IOException {
        run(runner, JobId.next(Instant.now()), target, spec);
        return Objects.requireNonNull(backend.tables().find(target));
    }

    private static void run(JobRunner runner, String id, TableAddress address, String spec) throws IOException {
        Control control = new Control();
        JobStep step;
        do {
            step = runner.run(
                    new Job(
                            id,
                            runner.kind(),
                            address,
                            spec,
                            JobState.RUNNING,
                            control.progress,
                            control.checkpoint,
                            1,
                            false,
                            null,
                            new Job.Times(Instant.now(), null, null)),
                    control);
        } while (step instanceof JobStep.Continue);
        assertThat(step).isInstanceOf(JobStep.Completed.class);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private void timed(String what, Runnable work) throws IOException {
        timed(what, () -> {
            work.run();
            return List.of();
        });
    }

    private <T> T timed(String what, Work<T> work) throws IOException {
        long start = System.nanoTime();
        long before = writes.get();
        T result = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.log(
                Level.INFO,
                "{0}: {1} s for {2} items, {3} writes a second beside it",
                what,
                seconds,
                items,
                (writes.get() - before) / seconds);
        return result;
    }

    private static final class Control implements JobControl {
        private @Nullable String checkpoint;
        private JobProgress progress = JobProgress.NONE;

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void checkpoint(@Nullable String now, JobProgress soFar) {
            checkpoint = now;
            progress = soFar;
        }

        @Override
        public void confirm() {}
    }
}
