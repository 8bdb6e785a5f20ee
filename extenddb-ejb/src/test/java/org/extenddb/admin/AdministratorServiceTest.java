package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.extenddb.admin.AdministratorChange.Done;
import org.extenddb.admin.AdministratorChange.Exists;
import org.extenddb.admin.AdministratorChange.LastOne;
import org.extenddb.admin.AdministratorChange.NoSuch;
import org.extenddb.admin.AdministratorChange.Rejected;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignInRequest;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.auth.signin.TestSignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministratorServiceTest {
    private static final String PASSWORD = "a long enough secret";

    private final TestSignIn test = new TestSignIn(new TestIdentities());
    private final SignIn signIn = test.signIn();
    private final AdministratorService administrators = test.administrators();

    @BeforeEach
    void createFirst() {
        assertThat(administrators.createFirst("first", PASSWORD, false)).isTrue();
    }

    @Test
    void createFirst_whenSomebodyIsThere_isRefused() {
        assertThat(administrators.createFirst("other", PASSWORD, false)).isFalse();
        assertThat(administrators.find("other")).isNull();
    }

    @Test
    void create_new_isListedWithoutItsHash() {
        assertThat(administrators.create("nina", PASSWORD)).isInstanceOf(Done.class);
        assertThat(administrators.create("NINA", PASSWORD)).isEqualTo(new Exists());
        assertThat(administrators.list()).extracting(AdministratorSummary::name).containsExactly("first", "nina");
        assertThat(administrators.list().toString()).doesNotContain("argon2");
    }

    @Test
    void create_unsuitable_isRejected() {
        assertThat(administrators.create("nina", "short")).isInstanceOf(Rejected.class);
        assertThat(administrators.create("../nina", PASSWORD)).isInstanceOf(Rejected.class);
        assertThat(administrators.create("", PASSWORD)).isInstanceOf(Rejected.class);
    }

    @Test
    void setActive_false_endsTokens() {
        SignInResult.Accepted accepted =
                (SignInResult.Accepted) signIn.signIn(new SignInRequest(null, "first", PASSWORD, "192.0.2.1"));
        assertThat(administrators.setActive("first", false)).isEqualTo(new LastOne());
        assertThat(administrators.delete("first", any -> {})).isEqualTo(new LastOne());
        administrators.create("nina", PASSWORD);

        assertThat(administrators.setActive("first", false)).isInstanceOf(Done.class);

        assertThat(signIn.check(accepted.token().text())).isNull();
        assertThat(signIn.signIn(new SignInRequest(null, "first", PASSWORD, "192.0.2.1")))
                .isEqualTo(new SignInResult.Refused());
        assertThat(administrators.setActive("first", true)).isInstanceOf(Done.class);
        assertThat(administrators.delete("first", any -> {})).isInstanceOf(Done.class);
        assertThat(administrators.delete("first", any -> {})).isEqualTo(new NoSuch());
    }

    @Test
    void resetPassword_locked_canSignInAndMustChange() {
        for (int i = 0; i < 3; i++) {
            signIn.signIn(new SignInRequest(null, "first", "wrong", "192.0.2.1"));
        }
        assertThat(administrators.list().get(0).lockedUntil()).isNotNull();

        assertThat(administrators.resetPassword("first", "given by another")).isInstanceOf(Done.class);

        assertThat(signIn.signIn(new SignInRequest(null, "first", "given by another", "192.0.2.1")))
                .isEqualTo(new SignInResult.MustChangePassword());
        assertThat(administrators.resetPassword("nobody", PASSWORD)).isEqualTo(new NoSuch());
    }
}
