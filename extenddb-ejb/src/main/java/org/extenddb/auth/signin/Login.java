package org.extenddb.auth.signin;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.identity.Password;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Somebody who has a password, as it was when it was read. */
interface Login {
    /** Null for an administrator of the installation. */
    @Nullable
    AccountId account();

    /** What tokens know it by: it belongs to nobody else, now or later. */
    String id();

    Password password();

    /** Whether the password is good for nothing but choosing another one. */
    default boolean mustChange(Instant now) {
        return password().mustChange();
    }

    /** Whether it is not even good for that. */
    default boolean isShutOut(Instant now) {
        return false;
    }

    /** Who it is to the rest of the server; null when that one is gone. */
    @Nullable
    SignedIn who(Instant signedInAt);

    /** Remembers when. */
    void signedIn(Instant when);

    /** Why this will not do as the next password; empty when it will. */
    List<String> faults(String newPassword);

    /**
     * Replaces the password.
     *
     * @return false when another one was set in between
     */
    boolean replace(Password newPassword);
}
