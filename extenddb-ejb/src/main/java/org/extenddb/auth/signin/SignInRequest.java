package org.extenddb.auth.signin;

import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to sign in.
 *
 * @param account whose user it is; null for an administrator of the installation
 * @param name of the user or administrator, whatever the case of its letters
 * @param sourceAddress where the request comes from
 */
public record SignInRequest(@Nullable AccountId account, String name, String password, String sourceAddress) {
    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "SignInRequest[" + account + "/" + name + " from " + sourceAddress + "]";
    }
}
