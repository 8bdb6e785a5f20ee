package org.extenddb.worker.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An object as it comes from the store. What fails here is the store's failure and no fault of the object: it is thrown as an {@link
 * ObjectStoreException}, and remembered where a decompressor takes it for the end.
 */
final class SourceStream extends FilterInputStream {
    private boolean ended;
    private @Nullable ObjectStoreException failure;

    SourceStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            ended |= read < 0;
            return read;
        } catch (IOException | RuntimeException e) {
            failure = e instanceof ObjectStoreException known
                    ? known
                    : new ObjectStoreException(Reason.UNAVAILABLE, "The object could not be read to its end", e);
            throw failure;
        }
    }

    /** GZIPInputStream looks for a further member only where there is something: a network's 0 would be taken for the end. */
    @Override
    public int available() {
        return ended ? 0 : 1;
    }

    void throwFailure() throws ObjectStoreException {
        if (failure != null) {
            throw failure;
        }
    }
}
