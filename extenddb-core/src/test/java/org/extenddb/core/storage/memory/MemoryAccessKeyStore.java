package org.extenddb.core.storage.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/** Access keys in memory. */
public final class MemoryAccessKeyStore implements AccessKeyStore {
    private final Map<String, StoredAccessKey> keys = new ConcurrentHashMap<>();

    @Override
    public @Nullable StoredAccessKey find(String accessKeyId) {
        return keys.get(accessKeyId);
    }

    @Override
    public boolean importKey(StoredAccessKey key) {
        return keys.putIfAbsent(key.accessKeyId(), key) == null;
    }
}
