package org.extenddb.core.object;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An object store did not do what it was asked for. */
public final class ObjectStoreException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. Only UNAVAILABLE is worth trying again. */
    public enum Reason {
        /** No store is configured. */
        NOT_CONFIGURED,
        NO_SUCH_BUCKET,
        NO_SUCH_KEY,
        /** The store cannot have such a bucket or key. */
        INVALID_NAME,
        ACCESS_DENIED,
        UNAVAILABLE
    }

    public ObjectStoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
