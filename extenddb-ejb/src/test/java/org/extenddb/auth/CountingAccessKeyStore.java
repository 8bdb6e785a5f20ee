package org.extenddb.auth;

import java.util.HashMap;
import java.util.Map;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/** Access keys in memory that count how often they are asked for. */
final class CountingAccessKeyStore implements AccessKeyStore {
    private final Map<String, StoredAccessKey> keys = new HashMap<>();
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

    void deactivate(String accessKeyId) {
        keys.computeIfPresent(
                accessKeyId,
                (id, key) -> new StoredAccessKey(id, key.account(), key.userArn(), key.encryptedSecret(), false));
    }

    int reads() {
        return reads;
    }
}
