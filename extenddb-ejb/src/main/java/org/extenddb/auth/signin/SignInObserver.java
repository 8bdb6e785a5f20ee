package org.extenddb.auth.signin;

/** Hears how attempts to sign in ended. */
public interface SignInObserver {
    /**
     * Called once for each attempt, before its result is returned. Must not throw.
     *
     * @param change whether a password was to be changed with it
     */
    void ended(SignInRequest request, boolean change, SignInResult result);

    /** The same of an attempt with an access key. */
    void ended(KeySignInRequest request, KeySignInResult result);
}
