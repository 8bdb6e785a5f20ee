package org.extenddb.core.storage;

/** The storage could not be reached, or broke off. A client sees InternalServerError, which SDKs retry. */
public final class StorageUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
