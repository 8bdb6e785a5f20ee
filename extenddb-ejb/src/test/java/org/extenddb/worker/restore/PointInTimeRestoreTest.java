package org.extenddb.worker.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.extenddb.core.backup.PointInTimeRestoreSpec;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.test.TestDatabase;
import org.extenddb.worker.job.JobControl;
import org.extenddb.worker.job.JobStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is restored is what was, whatever is written meanwhile and whoever goes on with it. */
class PointInTimeRestoreTest {
    private static final int ACCOUNTS = 40;
    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());

    private final Backend backend = STORAGE.backend();
    private final Bank bank = new Bank(backend, 4);
    private final Random random = new Random(7);
    private final RestoredTables targets = new RestoredTables(backend.tables(), backend.items(), new TableDeltas());
    private final PointInTimeRestore runner =
            new PointInTimeRestore(STORAGE.database(), backend.tables(), backend.history(), targets);

    @Test
    void run_underWriteLoad_restoresTheStateBeforeIt() throws InterruptedException {
        IntStream.range(0, ACCOUNTS).forEach(bank::open);
        bank.enableRecovery();
        bank.close(1);
        Instant time = backend.history().now();
        Map<String, String> reference = Bank.contents(backend, bank.table(), KeyRange.TABLE);
        bank.open(1);
        TableDefinition restored;
        try (Load load = new Load(4, () -> {
            int account = random.nextInt(2 * ACCOUNTS);
            if (random.nextBoolean()) {
                bank.open(account);
                bank.write(account, now -> random.nextLong(1_000));
            } else {
                bank.close(account);
            }
        })) {
            load.runFor(300);
            restored = restore(time);
        }
        assertThat(Bank.contents(backend, bank.table(), KeyRange.TABLE)).isNotEqualTo(reference);
        assertThat(Bank.contents(backend, restored, KeyRange.TABLE)).isEqualTo(reference);
        assertThat(Bank.contents(backend, restored, index(restored).slot())).isEqualTo(reference);
        assertThat(restored.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(index(restored).slot()).isEqualTo(1);
    }

    @Test
    void run_toTimesAmongTransactions_hasAllOfEachOrNone() throws InterruptedException {
        IntStream.range(0, ACCOUNTS).forEach(bank::open);
        bank.enableRecovery();
        try (Load load = new Load(4, () -> bank.transfer(ACCOUNTS, random))) {
            for (int i = 0; i < 4; i++) {
                load.runFor(100);
                TableDefinition restored = restore(backend.history().now());
                assertThat(Bank.contents(backend, restored, KeyRange.TABLE)).hasSize(ACCOUNTS);
                assertThat(Bank.sum(backend, restored)).isEqualTo(ACCOUNTS * Bank.BALANCE);
            }
        }
    }

    @Test
    void run_whenEverythingWasDeletedAndTheTableToo_bringsItBack() {
        IntStream.range(0, 10).forEach(bank::open);
        bank.enableRecovery();
        Instant time = backend.history().now();
        Map<String, String> reference = Bank.contents(backend, bank.table(), KeyRange.TABLE);
        IntStream.range(0, 9).forEach(bank::close);
        Job job = job(time);
        backend.tables().delete(bank.address, any -> {});

        TableDefinition restored = finish(job);
        assertThat(Bank.contents(backend, restored, KeyRange.TABLE)).isEqualTo(reference);
        assertThat(Bank.contents(backend, restored, 1)).isEqualTo(reference);
    }

    @Test
    void run_whenThePastIsNotKeptAnyMore_fails() {
        IntStream.range(0, 10).forEach(bank::open);
        bank.enableRecovery();
        Job job = job(backend.history().now());
        backend.tables()
                .update(bank.address, table -> table.with(table.settings().withRecovery(PointInTimeRecovery.DISABLED)));
        assertThat(catchThrowable(() -> finish(job))).isInstanceOf(IllegalStateException.class);
        runner.abandon(job);
        assertThat(backend.tables().find(job.table())).isNull();
        assertThat(backend.history().holders(Duration.ZERO)).doesNotContain(job.id());
    }

    /** The server that had filled the table died before it could say so. */
    @Test
    void run_ofATableThatIsFilledAlready_isCompleted_andAbandonsNothing() {
        bank.open(1);
        bank.enableRecovery();
        Job job = job(backend.history().now());
        TableDefinition filled = finish(job);

        assertThat(runner.run(job, new OnePart())).isInstanceOf(JobStep.Completed.class);
        runner.abandon(job);
        assertThat(backend.tables().find(job.table())).isEqualTo(filled);
    }

    /** Such as one whose table another call has made, under the same name and of the same source. */
    @Test
    void abandon_ofAJobThatFillsAnotherTable_leavesThisOne() {
        bank.open(1);
        bank.enableRecovery();
        Job job = job(backend.history().now());
        PointInTimeRestoreSpec spec = PointInTimeRestoreSpec.ofJson(job.spec());
        Job loser = new Job(
                UUID.randomUUID().toString(),
                job.kind(),
                job.table(),
                new PointInTimeRestoreSpec(spec.storageId(), spec.source(), spec.time(), -1).toJson(),
                job.state(),
                job.progress(),
                null,
                1,
                true,
                null,
                job.times());

        runner.abandon(loser);

        assertThat(backend.tables().find(job.table())).isNotNull();
    }

    private TableDefinition restore(Instant time) {
        return finish(job(time));
    }

    private Job job(Instant time) {
        TableDefinition source = bank.table();
        TableAddress target = new TableAddress(bank.address.account(), bank.address.region(), "r-" + UUID.randomUUID());
        IndexDefinition index = index(source);
        TableDefinition filled = Objects.requireNonNull(backend.tables()
                .create(new NewTable(
                        target,
                        source.keySchema(),
                        source.keyAttributes(),
                        List.of(new IndexDefinition(
                                index.name(),
                                index.kind(),
                                index.keySchema(),
                                index.projection(),
                                index.throughput(),
                                index.status(),
                                1)),
                        source.settings()
                                .withRecovery(PointInTimeRecovery.DISABLED)
                                .withOrigin(new RestoreOrigin(null, bank.address.arn(), time)),
                        TableStatus.CREATING)));
        String id = UUID.randomUUID().toString();
        backend.history().hold(source.storageId(), id);
        return new Job(
                id,
                runner.kind(),
                target,
                new PointInTimeRestoreSpec(source.storageId(), source.address(), time, filled.storageId()).toJson(),
                JobState.RUNNING,
                JobProgress.NONE,
                null,
                1,
                false,
                null,
                new Job.Times(Instant.now(), null, null));
    }

    /** In slices of one part each. */
    private TableDefinition finish(Job job) {
        Job now = job;
        while (true) {
            OnePart control = new OnePart();
            JobStep step = runner.run(now, control);
            if (step instanceof JobStep.Completed) {
                assertThat(backend.history().holders(Duration.ZERO)).doesNotContain(job.id());
                return Objects.requireNonNull(backend.tables().find(job.table()));
            }
            assertThat(step).isInstanceOf(JobStep.Continue.class);
            now = new Job(
                    job.id(),
                    job.kind(),
                    job.table(),
                    job.spec(),
                    job.state(),
                    control.progress,
                    control.checkpoint == null ? now.checkpoint() : control.checkpoint,
                    1,
                    false,
                    null,
                    job.times());
        }
    }

    private static IndexDefinition index(TableDefinition table) {
        return Objects.requireNonNull(table.index(Bank.INDEX));
    }

    /** Lets one part be done. */
    private static final class OnePart implements JobControl {
        private @Nullable String checkpoint;
        private JobProgress progress = JobProgress.NONE;
        private int asked;

        @Override
        public boolean goesOn() {
            return asked++ < 1;
        }

        @Override
        public void checkpoint(@Nullable String now, JobProgress soFar) {
            checkpoint = now;
            progress = soFar;
        }

        @Override
        public void confirm() {}
    }

    /** Threads that do the same again and again. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final ExecutorService threads;

        Load(int threads, Runnable work) {
            this.threads = Executors.newFixedThreadPool(threads);
            for (int i = 0; i < threads; i++) {
                this.threads.submit(() -> {
                    while (!ended.get()) {
                        work.run();
                    }
                });
            }
        }

        void runFor(long millis) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(millis);
        }

        @Override
        public void close() {
            ended.set(true);
            threads.shutdown();
            try {
                assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
