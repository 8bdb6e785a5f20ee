package org.extenddb.console.session;

/** Nobody is signed in any more. */
public final class SignedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignedOutException() {
        super("signed out", null, false, false);
    }
}
