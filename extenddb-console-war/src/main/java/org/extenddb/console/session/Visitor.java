package org.extenddb.console.session;

import java.io.Serializable;
import java.time.Instant;

/** Who has signed in. Stays on the server. */
public sealed interface Visitor extends Serializable {
    /** As the console shows it. */
    String name();

    /**
     * Somebody with a password: an administrator of the installation, or a user of an account.
     *
     * @param token what stands for the sign-in; it ends with a change of the password
     */
    record Member(String name, boolean administrator, String token, Instant expiresAt) implements Visitor {
        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "Member[" + name + "]";
        }
    }

    /**
     * The owner of an access key, whose policies bind.
     *
     * @param name the principal's ARN
     */
    record KeyOwner(String name, String accessKeyId) implements Visitor {}
}
