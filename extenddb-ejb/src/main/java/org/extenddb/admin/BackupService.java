package org.extenddb.admin;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupManifest;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.job.JobId;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.validation.TableNames;
import org.extenddb.engine.backup.BackupObjects;

/** Makes backups known that another installation has made. */
@SingleInstance
public final class BackupService {
    private final BackupStore backups;
    private final BackupObjects objects;

    @Inject
    public BackupService(BackupStore backups, BackupObjects objects) {
        this.backups = backups;
        this.objects = objects;
    }

    /**
     * Adds a backup to those of an account and region: it can be described, restored and deleted there from then on. Its objects
     * stay where they are; its parts are looked at when it is restored.
     *
     * @param prefix of its objects, or what that begins with: {@code .../<id>/}
     * @throws AdminException INVALID when there is none that can be read, CONFLICT when it is known already
     */
    public StoredBackup register(AdminCall call, AccountId account, Region region, String bucket, String prefix) {
        call.requireAdministrator();
        Location location =
                find(new Location(bucket, prefix.endsWith("/") || prefix.isEmpty() ? prefix : prefix + "/"));
        BackupManifest manifest = manifest(location);
        String name = manifest.table().address().tableName();
        if (!TableNames.isTable(name) || !JobId.isOne(manifest.id())) {
            throw AdminException.of(AdminError.INVALID, MessagesAdmin.noBackup("its table or id has a bad name"));
        }
        StoredBackup backup = new StoredBackup(
                manifest.id(),
                new TableAddress(account, region, name),
                manifest.table().tableId(),
                manifest.name(),
                StoredBackup.Type.USER,
                Status.AVAILABLE,
                manifest.createdAt().truncatedTo(ChronoUnit.MILLIS),
                manifest.size(),
                location,
                BackupTableCodec.toJson(manifest.table()));
        if (!backups.create(backup)) {
            throw AdminException.of(AdminError.CONFLICT, MessagesAdmin.backupKnown(manifest.id()));
        }
        return backup;
    }

    private Location find(Location folder) {
        try {
            return objects.find(folder);
        } catch (IOException e) {
            throw none(e);
        }
    }

    private BackupManifest manifest(Location location) {
        try {
            return objects.manifest(location);
        } catch (IOException e) {
            throw none(e);
        }
    }

    private static AdminException none(IOException e) {
        return AdminException.of(AdminError.INVALID, MessagesAdmin.noBackup(String.valueOf(e.getMessage())));
    }
}
