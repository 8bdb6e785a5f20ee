package org.extenddb.admin;

/** The administration refuses; a value without a stack trace, whose message the caller reads. */
public final class AdminException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AdminError error;
    private final boolean writtenDown;

    private AdminException(AdminError error, String message, boolean writtenDown) {
        super(message, null, false, false);
        this.error = error;
        this.writtenDown = writtenDown;
    }

    public static AdminException of(AdminError error, String message) {
        return new AdminException(error, message, false);
    }

    /** The same, of which the audit log tells already. */
    public AdminException afterWritingDown() {
        return new AdminException(error, getMessage(), true);
    }

    /** Whether the audit log tells of this refusal already. */
    public boolean isWrittenDown() {
        return writtenDown;
    }

    public AdminError error() {
        return error;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
