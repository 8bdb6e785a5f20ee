package org.extenddb.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.extenddb.config.JobConfig;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFailure;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.JobStore;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.job.JobQueue;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

class JobWorkTest {
    private static final TableAddress TABLE = new TableAddress(new AccountId("111122223333"), new Region("r"), "t");

    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final JobStore jobs = storage.backend().jobs();
    private final StoredJobs service = new StoredJobs(jobs);
    private final List<String> seen = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    private BiFunction<Job, JobControl, JobStep> work = (job, control) -> new JobStep.Completed();

    private final class Runner implements JobRunner {
        @Override
        public String kind() {
            return "TEST";
        }

        @Override
        public JobStep run(Job job, JobControl control) {
            seen.add(job.spec() + ":" + job.checkpoint());
            return work.apply(job, control);
        }

        @Override
        public boolean givesUp(Job job) {
            return !job.spec().equals("precious");
        }

        @Override
        public void abandon(Job job) throws IOException {
            abandoned.add(job.spec());
        }
    }

    @Test
    void run_queued_isCompleted() {
        String id = queue("a");
        work = (job, control) -> {
            control.checkpoint("{}", new JobProgress(3, 4, 5));
            return new JobStep.Completed();
        };

        server("one").run();

        Job job = get(id);
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(job.progress()).isEqualTo(new JobProgress(3, 4, 5));
        assertThat(job.times().startedAt()).isNotNull();
        assertThat(job.times().endedAt()).isNotNull();
        assertThat(service.list()).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(id);
            assertThat(shown.status()).isEqualTo("SUCCEEDED");
            assertThat(shown.done()).isEqualTo(3);
            assertThat(shown.cancellable()).isFalse();
        });
        assertThat(abandoned).isEmpty();
    }

    @Test
    void run_severalSlices_areTakenInTurn() {
        queue("a");
        queue("b");
        work = (job, control) -> {
            if (job.checkpoint() != null) {
                return new JobStep.Completed();
            }
            control.checkpoint("1", JobProgress.NONE);
            return JobStep.Continue.AT_ONCE;
        };

        server("one").run();

        assertThat(seen).containsExactly("a:null", "b:null", "a:1", "b:1");
    }

    @Test
    void run_serverDied_isGoneOnWithByAnother() {
        String id = queue("a");
        work = (job, control) -> {
            if (job.checkpoint() == null) {
                control.checkpoint("half", JobProgress.NONE);
                outlive();
                // Another server takes it up, and this one is not dead at all.
                server("two").run();
                control.confirm();
            }
            return new JobStep.Completed();
        };

        server("one").run();

        assertThat(seen).containsExactly("a:null", "a:half");
        assertThat(get(id).state()).isEqualTo(JobState.COMPLETED);
    }

    /** A server's other lane is no other server: a checkpoint could not tell them apart. */
    @Test
    void run_heldByThisServerForTooLong_isNotTakenUpByIt() {
        queue("a");
        JobTurns turns = new JobTurns();
        work = (job, control) -> {
            outlive();
            server("one", turns).run();
            return new JobStep.Completed();
        };

        server("one", turns).run();

        assertThat(seen).containsExactly("a:null");
    }

    @Test
    void run_heldByAnother_isLeftAlone() {
        queue("a");
        JobQueue other = new JobQueue(storage.database(), "two", Duration.ofSeconds(30));
        assertThat(other.claim(Set.of("TEST"), Set.of())).isNotNull();

        server("one").run();

        assertThat(seen).isEmpty();
    }

    @Test
    void cancel_queued_endsAndClearsAway() {
        String id = queue("a");
        assertThat(service.cancel(id)).isTrue();

        server("one").run();

        assertThat(get(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(seen).isEmpty();
        assertThat(abandoned).containsExactly("a");
        assertThat(service.cancel(id)).isFalse();
    }

    @Test
    void cancel_running_isNoticed() {
        String id = queue("a");
        JobTurns turns = new JobTurns();
        work = (job, control) -> {
            assertThat(control.goesOn()).isTrue();
            service.cancel(id);
            turns.renew();
            assertThat(control.goesOn()).isFalse();
            return JobStep.Continue.AT_ONCE;
        };

        server("one", turns).run();

        assertThat(get(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void run_failed_endsWithItsReason() {
        String id = queue("a");
        work = (job, control) -> new JobStep.Failed("S3NoSuchBucket", "none");

        server("one").run();

        assertThat(get(id).state()).isEqualTo(JobState.FAILED);
        assertThat(get(id).failure()).isEqualTo(new JobFailure("S3NoSuchBucket", "none"));
        assertThat(abandoned).containsExactly("a");
    }

    @Test
    void run_breaksEachTimeAndMustNotBeGivenUp_isTriedAgain() {
        String id = queue("precious");
        work = (job, control) -> {
            throw new StackOverflowError();
        };

        for (int attempt = 0; attempt <= JobWork.MAX_ATTEMPTS + 1; attempt++) {
            server("one").run();
            execute("UPDATE ddb_job SET due_at = now()");
        }

        assertThat(get(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(get(id).attempts()).isEqualTo(JobWork.MAX_ATTEMPTS + 2);
        assertThat(abandoned).isEmpty();
    }

    @Test
    void run_breaksEachTime_isGivenUp() {
        String id = queue("a");
        work = (job, control) -> {
            throw new IllegalStateException("broken");
        };

        for (int attempt = 0; attempt <= JobWork.MAX_ATTEMPTS; attempt++) {
            assertThat(get(id).state()).isNotEqualTo(JobState.FAILED);
            server("one").run();
            execute("UPDATE ddb_job SET due_at = now()");
        }

        assertThat(get(id).failure()).isEqualTo(JobWork.GAVE_UP);
        assertThat(seen).hasSize(JobWork.MAX_ATTEMPTS);
    }

    private String queue(String spec) {
        String id = JobId.next(Instant.now());
        jobs.create(new NewJob(id, "TEST", TABLE, spec, null, Instant.now()));
        return id;
    }

    private Job get(String id) {
        return Objects.requireNonNull(jobs.find(id));
    }

    private JobWork server(String name) {
        return server(name, new JobTurns());
    }

    private JobWork server(String name, JobTurns turns) {
        return new JobWork(queue(name, Duration.ofSeconds(30)), runners(), turns, new JobConfig(2));
    }

    private JobQueue queue(String name, Duration lease) {
        return new JobQueue(storage.database(), name, lease);
    }

    private JobRunners runners() {
        return new JobRunners(List.of(new Runner()));
    }

    private void outlive() {
        execute("UPDATE ddb_job SET held_until = now() - interval '1 second'");
    }

    private void execute(String text) {
        storage.database().write(connection -> connection.createStatement().executeUpdate(text));
    }
}
