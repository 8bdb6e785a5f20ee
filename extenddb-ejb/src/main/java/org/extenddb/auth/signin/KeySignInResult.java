package org.extenddb.auth.signin;

import java.time.Instant;
import org.extenddb.core.iam.Caller;

/** How an attempt to sign in by an access key ended. */
public sealed interface KeySignInResult {
    /** Signed in. */
    record Accepted(Caller caller) implements KeySignInResult {}

    /** No such key, none that is active, or not this secret; which of them is not said. */
    record Refused() implements KeySignInResult {}

    /** Tried too often: nobody can try with a key of this id before this time. */
    record Locked(Instant until) implements KeySignInResult {}
}
