package org.extenddb.web.admin;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to sign in.
 *
 * @param account whose user it is; without one, an administrator
 * @param newPassword that is to take the place of the present one; without one, none
 */
public record Credentials(
        @Nullable String account,
        @Nullable String name,
        @Nullable String password,
        @Nullable String newPassword) implements RequestBody {
    /** Says nothing of the passwords. */
    @Override
    public String toString() {
        return "Credentials[" + account + "/" + name + "]";
    }
}
