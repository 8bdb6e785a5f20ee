package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.JobStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Jobs, as those see it who want them done. */
public abstract class JobStoreContract extends StorageContract {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final TableAddress table =
            new TableAddress(new AccountId("777766665555"), new Region("r-" + UUID.randomUUID()), "t");

    @Test
    void create_new_isFoundAsGiven() {
        NewJob job = job("EXPORT", null, "{\"name\":\"\\u0000\"}", NOW);

        Job created = jobs().create(job);

        assertThat(created.state()).isEqualTo(JobState.QUEUED);
        assertThat(created.table()).isEqualTo(table);
        assertThat(created.spec()).isEqualTo(job.spec());
        assertThat(created.progress()).isEqualTo(JobProgress.NONE);
        assertThat(created.times()).isEqualTo(new Job.Times(NOW, null, null));
        assertThat(jobs().find(job.id())).isEqualTo(created);
    }

    @Test
    void find_unknown_isNull() {
        assertThat(jobs().find("none")).isNull();
        assertThat(jobs().find("a\0")).isNull();
    }

    @Test
    void create_sameToken_isTheSameJob() {
        Job first = jobs().create(job("EXPORT", "token\0", "1", NOW));

        assertThat(jobs().create(job("EXPORT", "token\0", "2", NOW))).isEqualTo(first);
        assertThat(jobs().findByToken(table, "EXPORT", "token\0")).isEqualTo(first);
        assertThat(jobs().findByToken(table, "EXPORT", "other")).isNull();
        assertThat(jobs().create(job("IMPORT", "token\0", "3", NOW)).spec()).isEqualTo("3");
        assertThat(jobs().create(job("EXPORT", "other", "4", NOW)).spec()).isEqualTo("4");
    }

    @Test
    void create_tokenTooOld_isAnotherJob() {
        Instant longAgo = NOW.minus(JobStore.TOKEN_LIFETIME).minus(Duration.ofMinutes(1));
        Job first = jobs().create(job("EXPORT", "token", "1", longAgo));

        Job second = jobs().create(job("EXPORT", "token", "2", NOW));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(jobs().create(job("EXPORT", "token", "3", NOW))).isEqualTo(second);
    }

    @Test
    void create_sameTokenConcurrently_queuesOnce() {
        List<Job> created = concurrently(6, thread -> () -> jobs().create(job("EXPORT", "one", "" + thread, NOW)));

        assertThat(Set.copyOf(created)).hasSize(1);
        assertThat(jobs().list(new JobFilter(null, table.region(), null, Set.of()), null, 10))
                .hasSize(1);
    }

    @Test
    void list_filtered_latestFirst() {
        Job old = jobs().create(job("EXPORT", null, "1", NOW.minusSeconds(2)));
        Job other = jobs().create(job("IMPORT", null, "2", NOW.minusSeconds(1)));
        Job late = jobs().create(job("EXPORT", null, "3", NOW));

        assertThat(list(Set.of(), null, 10)).containsExactly(late, other, old);
        assertThat(list(Set.of("EXPORT"), null, 10)).containsExactly(late, old);
        assertThat(list(Set.of(), late.id(), 1)).containsExactly(other);
        assertThat(jobs().list(new JobFilter(table.account(), table.region(), "u", Set.of()), null, 10))
                .isEmpty();
        assertThat(jobs().list(new JobFilter(new AccountId("000000000001"), table.region(), null, Set.of()), null, 10))
                .isEmpty();
    }

    @Test
    void requestCancel_queued_isSeen() {
        Job job = jobs().create(job("EXPORT", null, "1", NOW));

        assertThat(jobs().requestCancel(job.id())).isTrue();

        assertThat(jobs().find(job.id())).matches(Job::cancelRequested);
        assertThat(jobs().requestCancel("none")).isFalse();
    }

    private List<Job> list(Set<String> kinds, @Nullable String before, int limit) {
        return jobs().list(new JobFilter(table.account(), table.region(), "t", kinds), before, limit);
    }

    private NewJob job(String kind, @Nullable String token, String spec, Instant createdAt) {
        return new NewJob(JobId.next(createdAt), kind, table, spec, token, createdAt);
    }

    private JobStore jobs() {
        return backend().jobs();
    }
}
