package org.extenddb.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.extenddb.config.IdentityConfig;

/** Configurations for tests. */
final class Identities {
    static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdeF".getBytes(StandardCharsets.UTF_8));
    static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private Identities() {}

    static IdentityConfig config(String encryptionKey) {
        return config(encryptionKey, "");
    }

    static IdentityConfig config(String encryptionKey, String previousKeys) {
        return new IdentityConfig(
                "000000000000",
                Optional.of(ACCESS_KEY_ID),
                Optional.of(SECRET),
                Optional.of(encryptionKey),
                Optional.of(previousKeys),
                30);
    }

    static SecretCipher cipher(String encryptionKey) {
        return new SecretCipher(new Keyring(config(encryptionKey)));
    }
}
