package org.extenddb.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void hash_samePasswordTwice_isSaltedAndMatches() {
        String hash = hasher.hash("pässword");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hasher.hash("pässword"));
        assertThat(hasher.matches("pässword", hash)).isTrue();
        assertThat(hasher.matches("password", hash)).isFalse();
        assertThat(hasher.matches("pässword", null)).isFalse();
    }

    /** Of the reference implementation, whose test of Argon2id it is. */
    @Test
    void matches_hashOfTheReferenceImplementation_isTrue() {
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.matches("password", hash)).isTrue();
        assertThat(hasher.matches("Password", hash)).isFalse();
        assertThat(hasher.isOutdated(hash)).isTrue();
        assertThat(hasher.isOutdated(hasher.hash("x"))).isFalse();
    }
}
