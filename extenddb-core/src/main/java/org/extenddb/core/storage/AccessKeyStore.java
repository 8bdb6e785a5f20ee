package org.extenddb.core.storage;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Access keys of all accounts, as signatures need them. Every change is durable when its method returns. */
public interface AccessKeyStore {
    /**
     * Finds a key as it is now; callers cache.
     *
     * @return null when there is none
     */
    @Nullable
    StoredAccessKey find(String accessKeyId);

    /**
     * Inserts a key, and its account when that is new. Of several concurrent imports of one id exactly one is kept.
     *
     * @return false when the id was there already; that key stays as it is
     */
    boolean importKey(StoredAccessKey key);

    /** Keeps when keys were used; the latest counts. Keys that are gone are passed over. */
    void record(Collection<AccessKeyUse> uses);
}
