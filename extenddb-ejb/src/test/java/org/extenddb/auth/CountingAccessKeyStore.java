package org.extenddb.auth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/** Access keys in memory that count how often they are asked for. */
final class CountingAccessKeyStore implements AccessKeyStore {
    private final Map<String, StoredAccessKey> keys = new HashMap<>();
    private final List<AccessKeyUse> recorded = new ArrayList<>();
    private int reads;

    @Override
    public @Nullable StoredAccessKey find(String accessKeyId) {
        reads++;
        return keys.get(accessKeyId);
    }

    @Override
    public boolean importKey(StoredAccessKey key) {
        return keys.putIfAbsent(key.accessKeyId(), key) == null;
    }

    @Override
    public void record(Collection<AccessKeyUse> uses) {
        recorded.addAll(uses);
    }

    List<AccessKeyUse> recorded() {
        return recorded;
    }

    void deactivate(String accessKeyId) {
        keys.computeIfPresent(accessKeyId, (id, key) -> key.withStatus(false));
    }

    int reads() {
        return reads;
    }
}
