package org.extenddb.auth;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;

/**
 * Seals what clients keep for the servers, so that it is known again as a server's own: HMAC-SHA-256 under a key that is made of {@code
 * extenddb.encryption.key}, which all servers of a database share. A server without such a key is not ready for clients; its
 * seals hold for itself alone.
 */
@SingleInstance
public final class TokenSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    @Inject
    public TokenSeal(IdentityConfig config) {
        this.key = config.encryptionKey().map(TokenSeal::parsed).orElseGet(TokenSeal::random);
    }

    /**
     * The seal of some bytes: 32 bytes.
     *
     * @param purpose seals for one purpose are worth nothing for another
     */
    public byte[] of(String purpose, byte[] bytes) {
        return mac(mac(key, ("extenddb " + purpose).getBytes(StandardCharsets.UTF_8)), bytes);
    }

    private static byte[] mac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work on this Java platform", e);
        }
    }

    private static byte[] parsed(String base64) {
        try {
            return EncryptionKey.parse(base64).keyFor("seals of tokens").getEncoded();
        } catch (IllegalArgumentException e) {
            return random();
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
