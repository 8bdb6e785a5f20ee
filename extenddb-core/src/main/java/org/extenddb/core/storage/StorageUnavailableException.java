package org.extenddb.core.storage;

import org.jspecify.annotations.Nullable;

/** The storage could not be reached, or broke off. A client sees InternalServerError, which SDKs retry. */
public final class StorageUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
