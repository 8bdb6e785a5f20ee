package org.extenddb.core.storage.memory;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/** Access keys in memory. */
public final class MemoryAccessKeyStore implements AccessKeyStore {
    final Map<String, StoredAccessKey> keys = new ConcurrentHashMap<>();
    final Map<String, AccessKeyUse> uses = new ConcurrentHashMap<>();

    @Override
    public @Nullable StoredAccessKey find(String accessKeyId) {
        return keys.get(accessKeyId);
    }

    @Override
    public boolean importKey(StoredAccessKey key) {
        return keys.putIfAbsent(key.accessKeyId(), key) == null;
    }

    @Override
    public void record(Collection<AccessKeyUse> recent) {
        for (AccessKeyUse use : recent) {
            if (keys.containsKey(use.accessKeyId())) {
                uses.merge(use.accessKeyId(), use, (a, b) -> a.usedAt().isAfter(b.usedAt()) ? a : b);
            }
        }
    }
}
