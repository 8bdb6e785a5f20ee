package org.extenddb.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.extenddb.auth.TestIdentities;
import org.extenddb.core.model.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in to the console by an access key. */
class KeySignInTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final String ID = "AKIACONSOLEEXAMPLE";
    private static final String SECRET = "a secret of somebody";

    private final TestIdentities identities = new TestIdentities();
    private final TestSignIn server = new TestSignIn(identities);

    @BeforeEach
    void key() {
        identities
                .keyStore()
                .importKey(identities
                        .secrets()
                        .importing(ACCOUNT, null, ID, SECRET)
                        .stored());
    }

    private KeySignInResult signIn(String id, String secret) {
        return server.keySignIn().signIn(new KeySignInRequest(id, secret, "192.0.2.1"));
    }

    @Test
    void rightSecret_isLetIn_andEachAttemptIsTold() {
        assertThat(signIn(ID, SECRET))
                .isInstanceOfSatisfying(
                        KeySignInResult.Accepted.class,
                        it -> assertThat(it.caller().accessKeyId()).isEqualTo(ID));
        assertThat(signIn(ID, "another")).isInstanceOf(KeySignInResult.Refused.class);
        assertThat(server.heardOfKeys()).hasSize(2);
    }

    @Test
    void wrongSecrets_lockTheKey_untilTheTimeIsOver() {
        for (int i = 0; i < 3; i++) {
            assertThat(signIn(ID, "wrong" + i)).isInstanceOf(KeySignInResult.Refused.class);
        }
        assertThat(signIn(ID, SECRET)).isInstanceOf(KeySignInResult.Locked.class);
        server.pass(Duration.ofMinutes(2));
        assertThat(signIn(ID, SECRET)).isInstanceOf(KeySignInResult.Accepted.class);
    }

    @Test
    void keyThatNobodyHas_isLockedLikewise() {
        for (int i = 0; i < 3; i++) {
            assertThat(signIn("AKIANOBODYNOBODY", "wrong")).isInstanceOf(KeySignInResult.Refused.class);
        }
        assertThat(signIn("AKIANOBODYNOBODY", "wrong")).isInstanceOf(KeySignInResult.Locked.class);
        assertThat(signIn(ID, SECRET)).isInstanceOf(KeySignInResult.Accepted.class);
    }
}
