package org.extenddb.config;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** Where backups are. */
@SingleInstance
public final class BackupConfig {
    private final String bucket;

    /**
     * Reads the configuration.
     *
     * @param bucket of the object store, in which backups have keys of their own; one that was made stays where it is
     */
    @Inject
    public BackupConfig(
            @ConfigProperty(name = "extenddb.backup.bucket", defaultValue = "extenddb-backups") String bucket) {
        this.bucket = bucket;
    }

    public String bucket() {
        return bucket;
    }
}
