package org.extenddb.admin;

/** Why the administration refuses. */
public enum AdminError {
    /** What was sent cannot be understood, or says what cannot be. */
    INVALID,
    /** Nobody has signed in. */
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    /** It is not as it would have to be for this. */
    CONFLICT,
    /** It has changed since the caller saw it. */
    CHANGED,
    /** The caller has to say which state of it is to be changed. */
    STATE_NEEDED,
    /** Tried too often. */
    LOCKED,
    /** The password is good for nothing but choosing another one. */
    PASSWORD_CHANGE_NEEDED,
    /** Not now. */
    BUSY
}
