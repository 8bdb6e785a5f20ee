package org.extenddb.admin;

/** The administration refuses; a value without a stack trace, whose message the caller reads. */
public final class AdminException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AdminError error;

    private AdminException(AdminError error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    public static AdminException of(AdminError error, String message) {
        return new AdminException(error, message);
    }

    public AdminError error() {
        return error;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
