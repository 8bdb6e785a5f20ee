package org.extenddb.auth.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** What attempts are counted by: a hash of who was to be signed in, whether there is such a one or not. */
final class Subject {
    private Subject() {}

    /** The same for all ways to write a name. */
    static String of(@Nullable AccountId account, String name) {
        return hash((account == null ? "administrator" : account.value()) + '/' + name.toLowerCase(Locale.ROOT));
    }

    static String ofKey(String accessKeyId) {
        return hash("access-key/" + accessKeyId);
    }

    private static String hash(String who) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
