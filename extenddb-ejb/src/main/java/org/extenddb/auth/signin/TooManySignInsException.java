package org.extenddb.auth.signin;

/** So many passwords are being checked that there was no turn for another one. */
public final class TooManySignInsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySignInsException() {
        super("too many passwords are being checked at once", null, false, false);
    }
}
