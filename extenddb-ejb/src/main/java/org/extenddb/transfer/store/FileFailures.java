package org.extenddb.transfer.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;

/** What a file system's errors mean for an object store. */
final class FileFailures {
    private FileFailures() {}

    static ObjectStoreException of(IOException e) {
        if (e instanceof ObjectStoreException known) {
            return known;
        }
        // Only the kind: messages of the file system name paths of this machine.
        String kind = e.getClass().getSimpleName();
        return e instanceof AccessDeniedException
                ? new ObjectStoreException(Reason.ACCESS_DENIED, "The server may not do this in the bucket", e)
                : new ObjectStoreException(Reason.UNAVAILABLE, "The store's file system failed: " + kind, e);
    }
}
