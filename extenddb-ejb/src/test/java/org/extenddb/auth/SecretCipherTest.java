package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.extenddb.core.model.ByteString;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final SecretCipher cipher = Identities.cipher(Identities.KEY);

    @Test
    void decrypt_whatWasEncrypted_isTheSecret() {
        assertThat(cipher.decrypt(cipher.encrypt(SECRET, "AKID"), "AKID")).isEqualTo(SECRET);
    }

    @Test
    void encrypt_sameSecretTwice_differs() {
        assertThat(cipher.encrypt(SECRET, "AKID")).isNotEqualTo(cipher.encrypt(SECRET, "AKID"));
    }

    @Test
    void encrypt_result_holdsNeitherSecretNorKey() {
        String text = new String(cipher.encrypt(SECRET, "AKID").toByteArray(), StandardCharsets.ISO_8859_1);

        assertThat(text).doesNotContain(SECRET.substring(0, 8));
    }

    @Test
    void decrypt_forAnotherOwner_fails() {
        ByteString encrypted = cipher.encrypt(SECRET, "AKID");

        assertThatThrownBy(() -> cipher.decrypt(encrypted, "OTHER")).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void decrypt_underAnotherKey_saysSo() {
        ByteString encrypted = Identities.cipher(Identities.OTHER_KEY).encrypt(SECRET, "AKID");

        assertThatThrownBy(() -> cipher.decrypt(encrypted, "AKID"))
                .isInstanceOf(SecretUnreadableException.class)
                .hasMessage("the stored secret of AKID was encrypted under another key than extenddb.encryption.key");
    }

    @Test
    void decrypt_anyBitChanged_fails() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = cipher.encrypt(SECRET, "AKID").toByteArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            ByteString changed = ByteString.owning(bytes);

            assertThatThrownBy(() -> cipher.decrypt(changed, "AKID"))
                    .as("seed %d round %d", seed, round)
                    .isInstanceOf(SecretUnreadableException.class);
        }
    }

    @Test
    void decrypt_cutShort_fails() {
        ByteString cut = ByteString.copyOf(new byte[] {1, 2, 3});

        assertThatThrownBy(() -> cipher.decrypt(cut, "AKID")).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void problem_usableKey_isNone() {
        assertThat(cipher.problem()).isEmpty();
    }

    @Test
    void decrypt_underAPreviousKey_isTheSecret() {
        ByteString encrypted = cipher.encrypt(SECRET, "AKID");
        SecretCipher rotated = new SecretCipher(new Keyring(Identities.config(Identities.OTHER_KEY, Identities.KEY)));

        assertThat(rotated.decrypt(encrypted, "AKID")).isEqualTo(SECRET);
        assertThat(rotated.decrypt(rotated.encrypt(SECRET, "AKID"), "AKID")).isEqualTo(SECRET);
        assertThatThrownBy(() -> cipher.decrypt(rotated.encrypt(SECRET, "AKID"), "AKID"))
                .isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void problem_previousKeyThatIsNone_isNamed() {
        assertThat(new SecretCipher(new Keyring(Identities.config(Identities.KEY, "c2hvcnQ="))).problem())
                .isNotEmpty();
    }

    @Test
    void problem_noKey_isNamed() {
        SecretCipher keyless = Identities.cipher("");

        assertThat(keyless.problem()).isEqualTo("extenddb.encryption.key is not set");
        assertThatThrownBy(() -> keyless.encrypt(SECRET, "AKID")).hasMessage("extenddb.encryption.key is not set");
    }

    @Test
    void problem_keyOfAnotherLength_isNamedWithoutTheKey() {
        assertThat(Identities.cipher("c2hvcnQ=").problem())
                .isEqualTo("extenddb.encryption.key has to be 32 bytes in Base64");
        assertThat(Identities.cipher("no base64!").problem())
                .isEqualTo("extenddb.encryption.key has to be 32 bytes in Base64");
    }
}
