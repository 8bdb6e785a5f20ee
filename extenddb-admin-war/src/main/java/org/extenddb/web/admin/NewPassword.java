package org.extenddb.web.admin;

import org.jspecify.annotations.Nullable;

/**
 * A password that is to be set.
 *
 * @param mustChange whether its owner has to choose another one first
 */
public record NewPassword(
        @Nullable String password, @Nullable Boolean mustChange) implements RequestBody {
    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
