package org.extenddb.engine.backup;

import java.io.IOException;

/** A backup is not what it was when it was made. Trying again does not help. */
public final class CorruptBackupException extends IOException {
    private static final long serialVersionUID = 1L;

    public CorruptBackupException(String message) {
        super(message);
    }
}
