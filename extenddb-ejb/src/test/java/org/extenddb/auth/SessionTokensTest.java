package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.extenddb.core.model.AccountId;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final SessionClaims CLAIMS = new SessionClaims(
            "ASIAEXAMPLE",
            "secret",
            new AccountId("111122223333"),
            "AROAEXAMPLE",
            "session",
            "{\"Version\":\"2012-10-17\"}",
            List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"),
            Map.of("team", "jazz", "Grüße", ""),
            Set.of("team"),
            "nina",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T01:00:00Z"));

    private final SessionTokens tokens = tokens(Identities.KEY, "");

    @Test
    void open_whatWasSealed_isTheSame() {
        assertThat(tokens.open(tokens.seal(CLAIMS))).isEqualTo(CLAIMS);
    }

    @Test
    void open_onAnotherServerWithTheSameKey_isTheSame() {
        assertThat(tokens(Identities.KEY, "").open(tokens.seal(CLAIMS))).isEqualTo(CLAIMS);
        assertThat(tokens(Identities.OTHER_KEY, Identities.KEY).open(tokens.seal(CLAIMS)))
                .isEqualTo(CLAIMS);
    }

    @Test
    void open_ofAnotherInstallation_isNothing() {
        assertThat(tokens(Identities.OTHER_KEY, "").open(tokens.seal(CLAIMS))).isNull();
    }

    @Test
    void open_anyBitChanged_isNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = Base64.getDecoder().decode(tokens.seal(CLAIMS));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            assertThat(tokens.open(Base64.getEncoder().encodeToString(bytes)))
                    .as("seed %d round %d", seed, round)
                    .isNull();
        }
    }

    @Test
    void open_garbage_isNothing() {
        assertThat(tokens.open("")).isNull();
        assertThat(tokens.open("no base64!")).isNull();
        assertThat(tokens.open("AAAA")).isNull();
        assertThat(tokens.open("A".repeat(100_000))).isNull();
    }

    /** A secret of the database is sealed under another key than a token: neither can be taken for the other. */
    @Test
    void open_encryptedSecret_isNothing() {
        byte[] secret = Identities.cipher(Identities.KEY)
                .encrypt("secret", "extenddb-session-token")
                .toByteArray();

        assertThat(tokens.open(Base64.getEncoder().encodeToString(secret))).isNull();
    }

    @Test
    void seal_result_showsNoSecret() {
        assertThat(new String(Base64.getDecoder().decode(tokens.seal(CLAIMS)), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret")
                .doesNotContain("ASIA");
        assertThat(CLAIMS.toString()).doesNotContain("secret");
    }

    private static SessionTokens tokens(String key, String previous) {
        return new SessionTokens(new Keyring(Identities.config(key, previous)));
    }
}
