package org.extenddb.core.object;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of objects, each a name and bytes. Safe for use by many threads and servers. What a method cannot do it says by an {@link
 * ObjectStoreException}, whose reason tells whether trying again may help; streams throw it too, as they throw any {@link
 * IOException}. Names are the clients' and are trusted in nothing: no name leads out of its bucket.
 */
public interface ObjectStore {
    /**
     * Begins to write an object. It is there whole, durable and in place of one of its name from {@link ObjectWriter#finish} on, and
     * not in any part before. Memory stays within a few megabytes, whatever the object's size.
     *
     * @throws ObjectStoreException NO_SUCH_BUCKET, INVALID_NAME, ACCESS_DENIED or UNAVAILABLE
     */
    ObjectWriter create(String bucket, String key) throws ObjectStoreException;

    /**
     * Reads an object from an offset to its end. The stream is one version of the object or fails.
     *
     * @param offset in bytes; from the object's size on there is nothing to read
     * @throws ObjectStoreException NO_SUCH_KEY, NO_SUCH_BUCKET, INVALID_NAME, ACCESS_DENIED or UNAVAILABLE
     */
    InputStream open(String bucket, String key, long offset) throws ObjectStoreException;

    /**
     * Looks an object up.
     *
     * @return null when there is none of this name
     * @throws ObjectStoreException NO_SUCH_BUCKET, INVALID_NAME, ACCESS_DENIED or UNAVAILABLE
     */
    @Nullable
    ObjectInfo find(String bucket, String key) throws ObjectStoreException;

    /**
     * Objects whose keys begin with a prefix, in the order of their keys' UTF-8 bytes.
     *
     * @param prefix empty for all
     * @param after only keys after this one, which need not exist; null for the first
     * @param limit at most this many
     * @throws ObjectStoreException NO_SUCH_BUCKET, INVALID_NAME, ACCESS_DENIED or UNAVAILABLE
     */
    List<ObjectInfo> list(String bucket, String prefix, @Nullable String after, int limit) throws ObjectStoreException;

    /**
     * Removes an object; nothing happens where there is none.
     *
     * @throws ObjectStoreException NO_SUCH_BUCKET, INVALID_NAME, ACCESS_DENIED or UNAVAILABLE
     */
    void delete(String bucket, String key) throws ObjectStoreException;
}
