package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.backup.StoredBackup.Type;
import org.extenddb.core.job.JobId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.BackupStore.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of backups. */
public abstract class BackupStoreContract extends StorageContract {
    private static final Filter ALL = new Filter(null, null, null, null);

    private final Region region = new Region("r-" + UUID.randomUUID().toString().substring(0, 8));

    private BackupStore backups() {
        return backend().backups();
    }

    @Test
    void create_once_isFoundAsItWas() {
        StoredBackup backup = backup("abc", Instant.now());
        assertThat(backups().create(backup)).isTrue();
        assertThat(backups().create(backup.with(Status.DELETED))).isFalse();
        assertThat(backups().find(backup.id())).isEqualTo(backup);
        assertThat(backups().find("\0")).isNull();
    }

    @Test
    void update_fromItsStatusAlone_changesStatusSizeAndPlace() {
        StoredBackup backup = backup("abc", Instant.now());
        backups().create(backup);
        StoredBackup available = backup.available(new Location("other", "place/"), new Size(3, 400));
        assertThat(backups().update(available, Status.DELETED)).isFalse();
        assertThat(backups().update(available, Status.CREATING)).isTrue();
        assertThat(backups().update(available, Status.CREATING)).isFalse();
        assertThat(backups().find(backup.id())).isEqualTo(available);
        assertThat(backups().remove(backup.id(), Status.CREATING)).isFalse();
        assertThat(backups().remove(backup.id(), Status.AVAILABLE)).isTrue();
        assertThat(backups().remove(backup.id(), Status.AVAILABLE)).isFalse();
        assertThat(backups().find(backup.id())).isNull();
        assertThat(backups().update(available, Status.AVAILABLE)).isFalse();
    }

    @Test
    void list_byFiltersAndInPages_isInOrderOfAge() {
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        List<StoredBackup> all =
                List.of(backup("abc", start), backup("abd", start.plusSeconds(1)), backup("abc", start.plusSeconds(2)));
        all.forEach(backups()::create);

        assertThat(list(ALL, null, 10)).isEqualTo(all);
        assertThat(list(ALL, null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(list(ALL, all.get(1).id(), 10)).isEqualTo(all.subList(2, 3));
        assertThat(list(new Filter("abc", null, null, null), null, 10)).containsExactly(all.get(0), all.get(2));
        assertThat(list(new Filter(null, Type.SYSTEM, null, null), null, 10)).isEmpty();
        assertThat(list(new Filter(null, Type.USER, null, null), null, 10)).isEqualTo(all);
        assertThat(list(new Filter(null, null, start.plusSeconds(1), start.plusSeconds(2)), null, 10))
                .containsExactly(all.get(1));
    }

    @Test
    void ofAllAccounts_ofATypeAndStatusThatAreOld_areFound() {
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        StoredBackup mine = backup("abc", start);
        StoredBackup old = backup("abc", start, Type.SYSTEM);
        StoredBackup late = backup("abc", start.plusSeconds(9), Type.SYSTEM);
        StoredBackup begun = backup("abc", start, Type.SYSTEM);
        List.of(mine, old, late, begun).forEach(backups()::create);
        List.of(mine, old, late)
                .forEach(made -> backups().update(made.available(made.location(), new Size(1, 2)), Status.CREATING));

        assertThat(systemBackups(Status.AVAILABLE, start.plusSeconds(9)))
                .contains(old.id())
                .doesNotContain(mine.id(), late.id(), begun.id());
        assertThat(systemBackups(Status.CREATING, start.plusSeconds(9)))
                .contains(begun.id())
                .doesNotContain(mine.id(), old.id(), late.id());
    }

    private List<String> systemBackups(Status status, Instant begunBefore) {
        return backups().ofAllAccounts(Type.SYSTEM, status, begunBefore, 1_000).stream()
                .map(StoredBackup::id)
                .toList();
    }

    private List<StoredBackup> list(Filter filter, @Nullable String after, int limit) {
        return backups().list(Samples.ACCOUNT, region, filter, after, limit);
    }

    private StoredBackup backup(String table, Instant createdAt) {
        return backup(table, createdAt, Type.USER);
    }

    private StoredBackup backup(String table, Instant createdAt, Type type) {
        return new StoredBackup(
                JobId.next(createdAt),
                new TableAddress(Samples.ACCOUNT, region, table),
                UUID.randomUUID(),
                "my-backup",
                type,
                Status.CREATING,
                createdAt.truncatedTo(ChronoUnit.MILLIS),
                Size.NONE,
                new Location("bucket", "prefix/"),
                "{\"with\":\"\0\"}");
    }
}
