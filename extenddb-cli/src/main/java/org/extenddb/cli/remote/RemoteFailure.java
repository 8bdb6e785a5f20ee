package org.extenddb.cli.remote;

/** A server refused, or could not be asked. The message is what the user reads, the exit code what scripts do. */
public final class RemoteFailure extends RuntimeException {
    public static final int UNREACHABLE = 8;
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the HTTP status; 0 where the server could not be reached */
    public RemoteFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** 4 not signed in, 5 not allowed, 6 not there, 7 in another state than that, 8 cannot be reached; 1 for the rest. */
    public int exitCode() {
        return switch (status) {
            case 0, 502, 503, 504 -> UNREACHABLE;
            case 401, 429 -> 4;
            case 403 -> 5;
            case 404 -> 6;
            case 409, 412, 428 -> 7;
            default -> 1;
        };
    }
}
