package org.extenddb.auth.signin;

import java.time.Instant;
import java.util.List;

/** How an attempt to sign in, or to change a password, ended. */
public sealed interface SignInResult {
    /** Signed in. */
    record Accepted(SignedIn who, BearerToken token) implements SignInResult {}

    /** No such name, or not this password; which of both is not said. */
    record Refused() implements SignInResult {}

    /** Tried too often: nobody of that name, whether there is one or not, can try before this time. */
    record Locked(Instant until) implements SignInResult {}

    /** The password is right, and good for nothing but {@link SignIn#changePassword}. */
    record MustChangePassword() implements SignInResult {}

    /** The password is right, but the new one will not do, for these reasons. */
    record Rejected(List<String> reasons) implements SignInResult {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** So many passwords are being checked that there was no turn for this one. */
    record Busy() implements SignInResult {}
}
