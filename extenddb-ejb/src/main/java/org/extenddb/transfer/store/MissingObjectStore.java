package org.extenddb.transfer.store;

import java.io.InputStream;
import java.util.List;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.jspecify.annotations.Nullable;

/** No store is configured, and whoever asks is told so. */
final class MissingObjectStore implements ObjectStore {
    private static final String MESSAGE =
            "No object store is configured: set extenddb.store.directory or extenddb.store.endpoint";

    @Override
    public ObjectWriter create(String bucket, String key) throws ObjectStoreException {
        throw missing();
    }

    @Override
    public InputStream open(String bucket, String key, long offset) throws ObjectStoreException {
        throw missing();
    }

    @Override
    public @Nullable ObjectInfo find(String bucket, String key) throws ObjectStoreException {
        throw missing();
    }

    @Override
    public List<ObjectInfo> list(String bucket, String prefix, @Nullable String after, int limit)
            throws ObjectStoreException {
        throw missing();
    }

    @Override
    public void delete(String bucket, String key) throws ObjectStoreException {
        throw missing();
    }

    private static ObjectStoreException missing() {
        return new ObjectStoreException(Reason.NOT_CONFIGURED, MESSAGE, null);
    }
}
