package org.extenddb.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.SignInResult.Accepted;
import org.extenddb.auth.signin.SignInResult.Locked;
import org.extenddb.auth.signin.SignInResult.MustChangePassword;
import org.extenddb.auth.signin.SignInResult.Refused;
import org.extenddb.auth.signin.SignInResult.Rejected;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.Password;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final String ADMIN = "admin";
    private static final String OTHER_PASSWORD = "another good secret";

    private final TestIdentities identities = new TestIdentities();
    private final TestSignIn test = new TestSignIn(identities);
    private final SignIn signIn = test.signIn();

    @Test
    void signIn_firstAdministrator_isMadeOnceAndAccepted() {
        Accepted accepted = accepted(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD)));

        assertThat(accepted.who()).isEqualTo(new SignedIn.Administrator(ADMIN));
        assertThat(signIn.check(accepted.token().text())).isEqualTo(accepted.who());
        assertThat(accepted.toString()).doesNotContain(accepted.token().text());
        assertThat(test.administrators().list()).hasSize(1);
        assertThat(signIn.signIn(request(null, "ADMIN", TestSignIn.FIRST_PASSWORD)))
                .isInstanceOf(Accepted.class);
        assertThat(test.administrators().list()).hasSize(1);
    }

    @Test
    void signIn_wrongPassword_isRefusedAndThenLocksWhateverTheName() {
        for (String name : List.of(ADMIN, "nobody")) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(signIn.signIn(request(null, name, "wrong"))).isEqualTo(new Refused());
            }
            Locked locked = new Locked(test.now().plusSeconds(60));
            assertThat(signIn.signIn(request(null, name, TestSignIn.FIRST_PASSWORD)))
                    .isEqualTo(locked);
            assertThat(test.heard()).endsWith(new Refused(), new Refused(), new Refused(), locked);
        }
        test.pass(Duration.ofMinutes(1));
        assertThat(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD))).isInstanceOf(Accepted.class);
        assertThat(signIn.lockedUntil(null, ADMIN)).isNull();
    }

    @Test
    void signIn_rightPassword_forgetsWrongOnes() {
        for (int round = 0; round < 3; round++) {
            signIn.signIn(admin("wrong"));
            signIn.signIn(admin("wrong"));
            assertThat(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void signIn_namesThatAreNone_areRefused() {
        for (String name : List.of("", "a\0b", "' OR 1=1 --", "x".repeat(100_000))) {
            assertThat(signIn.signIn(request(null, name, "x"))).isEqualTo(new Refused());
            assertThat(signIn.signIn(request(ACCOUNT, name, "x"))).isEqualTo(new Refused());
        }
        assertThat(signIn.signIn(admin("x".repeat(100_000)))).isEqualTo(new Refused());
    }

    @Test
    void check_tokenThatIsNone_isNobody() {
        String token = accepted(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD)))
                .token()
                .text();
        char last = token.charAt(token.length() - 3);
        String altered = token.substring(0, token.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 2);

        for (String text : List.of("", "x", "*", altered, token + token, "A".repeat(5_000))) {
            assertThat(signIn.check(text)).isNull();
            assertThat(signIn.renew(text)).isNull();
        }
    }

    @Test
    void check_tokenAfterItsTime_isNobody_andRenewedOneIsNot() {
        BearerToken token =
                accepted(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD))).token();
        assertThat(token.expiresAt()).isEqualTo(test.now().plus(Duration.ofMinutes(60)));
        test.pass(Duration.ofMinutes(59));
        BearerToken renewed = Objects.requireNonNull(signIn.renew(token.text()));
        test.pass(Duration.ofMinutes(1));

        assertThat(signIn.check(token.text())).isNull();
        assertThat(signIn.check(renewed.text())).isNotNull();
    }

    @Test
    void renew_afterTheLongestSession_endsWithIt() {
        BearerToken token =
                accepted(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD))).token();
        for (int i = 0; i < 14; i++) {
            test.pass(Duration.ofMinutes(50));
            token = Objects.requireNonNull(signIn.renew(token.text()));
        }
        test.pass(Duration.ofMinutes(20));
        assertThat(signIn.renew(token.text())).isNull();
    }

    @Test
    void changePassword_endsEarlierTokens() {
        Accepted before = accepted(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD)));
        Accepted after = accepted(signIn.changePassword(admin(TestSignIn.FIRST_PASSWORD), OTHER_PASSWORD));

        assertThat(signIn.check(before.token().text())).isNull();
        assertThat(signIn.check(after.token().text())).isNotNull();
        assertThat(signIn.signIn(admin(TestSignIn.FIRST_PASSWORD))).isEqualTo(new Refused());
        assertThat(signIn.signIn(admin(OTHER_PASSWORD))).isInstanceOf(Accepted.class);
    }

    @Test
    void changePassword_unsuitable_isRejected() {
        for (String unsuitable : List.of("short", "aaaaaaaaaaaaaaaa", "it is Admin's own", TestSignIn.FIRST_PASSWORD)) {
            assertThat(signIn.changePassword(admin(TestSignIn.FIRST_PASSWORD), unsuitable))
                    .as(unsuitable)
                    .isInstanceOf(Rejected.class);
        }
        assertThat(signIn.changePassword(admin("wrong"), OTHER_PASSWORD)).isEqualTo(new Refused());
    }

    @Test
    void signIn_passwordOfAnother_hasToBeChangedFirst() {
        signIn.signIn(admin(TestSignIn.FIRST_PASSWORD));
        test.administrators().create("nina", "given to her by me");
        SignInRequest request = request(null, "nina", "given to her by me");

        assertThat(signIn.signIn(request)).isEqualTo(new MustChangePassword());
        assertThat(signIn.changePassword(request, OTHER_PASSWORD)).isInstanceOf(Accepted.class);
    }

    @Test
    void signIn_user_hasItsPoliciesAndEndsWithItsProfile() {
        Identity nina = user("Nina");
        Accepted accepted = accepted(signIn.signIn(request(ACCOUNT, "nina", "Secret-of-1")));

        SignedIn.User user = (SignedIn.User) accepted.who();
        assertThat(user.name()).isEqualTo("Nina");
        assertThat(user.in(new Region("local")).caller().arn()).isEqualTo(nina.arn());
        assertThat(signIn.signIn(request(null, "nina", "Secret-of-1"))).isEqualTo(new Refused());
        assertThat(signIn.signIn(request(new AccountId("444455556666"), "nina", "Secret-of-1")))
                .isEqualTo(new Refused());

        identities.store().<@Nullable Object>change(ACCOUNT, account -> {
            account.delete(Objects.requireNonNull(account.loginProfile(nina.id())));
            return null;
        });
        assertThat(signIn.check(accepted.token().text())).isNull();
        assertThat(signIn.signIn(request(ACCOUNT, "nina", "Secret-of-1"))).isEqualTo(new Refused());
    }

    @Test
    void signIn_userOfAClosedAccount_isRefused() {
        user("Nina");
        Accepted accepted = accepted(signIn.signIn(request(ACCOUNT, "nina", "Secret-of-1")));
        identities.store().<@Nullable Object>change(ACCOUNT, account -> {
            account.save(Objects.requireNonNull(account.details()).closed(test.now()));
            return null;
        });

        assertThat(signIn.check(accepted.token().text())).isNull();
        assertThat(signIn.signIn(request(ACCOUNT, "nina", "Secret-of-1"))).isEqualTo(new Refused());
    }

    @Test
    void signIn_firstAdministratorWithAWeakPassword_isNotMade() {
        TestSignIn weak = new TestSignIn(identities, "short");
        assertThat(weak.signIn().signIn(admin("short"))).isEqualTo(new Refused());
        assertThat(weak.administrators().list()).isEmpty();
    }

    private Identity user(String name) {
        identities.store().addAccount(ACCOUNT, "tests");
        Identity user = Identity.of(IdentityKind.USER, ACCOUNT, "/", name, null);
        identities.store().<@Nullable Object>change(ACCOUNT, account -> {
            account.insert(user);
            account.insert(LoginProfile.of(user.id(), Password.of(test.hasher().hash("Secret-of-1"), false)));
            return null;
        });
        return user;
    }

    private static SignInRequest admin(String password) {
        return request(null, ADMIN, password);
    }

    private static SignInRequest request(@Nullable AccountId account, String name, String password) {
        return new SignInRequest(account, name, password, "192.0.2.1");
    }

    private static Accepted accepted(SignInResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }
}
