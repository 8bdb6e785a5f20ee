package org.extenddb.transfer.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.extenddb.config.StoreConfig;
import org.extenddb.core.object.ObjectStore;

/** Makes the object store that is configured. Nothing of a client library is loaded before the first use. */
@ApplicationScoped
public class ObjectStores {
    @Produces
    @Singleton
    ObjectStore objectStore(StoreConfig config) {
        if (config.s3().isPresent()) {
            return new S3ObjectStore(config.s3().get());
        }
        return config.directory()
                .<ObjectStore>map(root -> new DirectoryObjectStore(root, config.createBuckets()))
                .orElseGet(MissingObjectStore::new);
    }
}
