package org.extenddb.worker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.backup.StoredBackup.Type;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.engine.backup.DiscardedBackups;
import org.junit.jupiter.api.Test;

class BackupTidyingTest {
    private static final TableAddress TABLE =
            new TableAddress(new AccountId("111122223333"), new Region("us-east-1"), "bookings");

    private final Backend backend = MemoryBackend.create();
    private final BackupTidying tidying = new BackupTidying(
            backend.backups(),
            backend.jobs(),
            new DiscardedBackups(backend.backups(), backend.jobs(), backend.history()));

    @Test
    void run_announcedLongAgoAndNeverAskedFor_isForgotten() {
        StoredBackup lost = announced(Duration.ofMinutes(11));
        StoredBackup fresh = announced(Duration.ofMinutes(9));
        StoredBackup running = announced(Duration.ofHours(3));
        backend.jobs().create(new NewJob(running.id(), BackupJobs.CREATE, TABLE, "1", null, Instant.now()));

        tidying.run();

        assertThat(status(lost)).isEqualTo(Status.DELETED);
        assertThat(removals()).containsExactly(lost.id());
        assertThat(backend.backups().find(fresh.id())).isEqualTo(fresh);
        assertThat(backend.backups().find(running.id())).isEqualTo(running);
    }

    @Test
    void run_keptForThirtyFiveDays_isDeleted() {
        StoredBackup old = available(Duration.ofDays(35).plusMinutes(1));
        StoredBackup young = available(Duration.ofDays(35).minusMinutes(1));

        tidying.run();

        assertThat(status(old)).isEqualTo(Status.DELETED);
        assertThat(status(young)).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void run_ofOneThatSomebodyWantedAndNobodyMakes_isForgottenToo() {
        StoredBackup lost = announced(Duration.ofMinutes(11), Type.USER);

        tidying.run();

        assertThat(status(lost)).isEqualTo(Status.DELETED);
    }

    /** Its server died between the two, or the store was away for long. */
    @Test
    void run_deletedAndNobodyTakesItsObjectsAway_isTakenAwayOnce() {
        StoredBackup deleted = announced(Duration.ofMinutes(11), Type.USER);
        backend.backups().update(deleted.with(Status.DELETED), Status.CREATING);

        tidying.run();
        tidying.run();

        assertThat(removals()).containsExactly(deleted.id());
    }

    private List<String> removals() {
        return backend.jobs().list(JobFilter.OPEN, null, 10).stream()
                .filter(job -> job.kind().equals(BackupJobs.DELETE))
                .map(Job::spec)
                .toList();
    }

    private Status status(StoredBackup backup) {
        return Objects.requireNonNull(backend.backups().find(backup.id())).status();
    }

    private StoredBackup available(Duration age) {
        StoredBackup backup = announced(age);
        backend.backups().update(backup.available(backup.location(), new Size(1, 2)), Status.CREATING);
        return backup;
    }

    private StoredBackup announced(Duration age) {
        return announced(age, Type.SYSTEM);
    }

    private StoredBackup announced(Duration age, Type type) {
        Instant begun = Instant.now().minus(age).truncatedTo(ChronoUnit.MILLIS);
        StoredBackup backup = new StoredBackup(
                JobId.ofSystem(begun),
                TABLE,
                UUID.randomUUID(),
                "bookings$DeletedTableBackup",
                type,
                Status.CREATING,
                begun,
                Size.NONE,
                new Location("backups", "prefix/"),
                "{}");
        backend.backups().create(backup);
        return backup;
    }
}
