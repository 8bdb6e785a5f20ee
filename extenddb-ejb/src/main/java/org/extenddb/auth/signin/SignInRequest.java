package org.extenddb.auth.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
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
    /** What attempts are counted by: the same for all ways to write a name, and for names that nobody has. */
    String subject() {
        return subject(account, name);
    }

    static String subject(@Nullable AccountId account, String name) {
        String who = (account == null ? "administrator" : account.value()) + '/' + name.toLowerCase(Locale.ROOT);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "SignInRequest[" + account + "/" + name + " from " + sourceAddress + "]";
    }
}
