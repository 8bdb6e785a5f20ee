package org.extenddb.transfer.store;

import java.nio.file.Path;
import org.extenddb.core.object.ObjectStore;

/** Object stores for tests of other packages. */
public final class TestStores {
    private TestStores() {}

    /** A directory whose subdirectories are buckets. */
    public static ObjectStore directory(Path root) {
        return directory(root, false);
    }

    /** The same, which may make buckets that are missing. */
    public static ObjectStore directory(Path root, boolean createBuckets) {
        return new DirectoryObjectStore(root, createBuckets);
    }
}
