package org.extenddb.auth.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.extenddb.admin.AdministratorService;
import org.extenddb.auth.AccessKeySignIn;
import org.extenddb.auth.BootstrapObserver;
import org.extenddb.auth.TestIdentities;
import org.extenddb.config.AdministratorConfig;
import org.extenddb.config.SignInConfig;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.core.storage.SignInAttempts;
import org.extenddb.core.storage.memory.MemoryAdministratorStore;
import org.extenddb.core.storage.memory.MemorySignInAttempts;

/** What one server has of signing in, in memory, with a clock that stands still unless it is moved. */
public final class TestSignIn {
    static final String FIRST_PASSWORD = "a first secret of theirs";

    private final SignInConfig config = new SignInConfig(3, 15, 60, 720, 12);
    private final AdministratorStore administrators = new MemoryAdministratorStore();
    private final SignInAttempts attempts = new MemorySignInAttempts();
    private final PasswordHasher hasher = new PasswordHasher(64);
    private final Moved clock = new Moved();
    private final List<SignInResult> heard = new ArrayList<>();
    private final FirstAdministrator first;
    private final SignIn signIn;
    private final KeySignIn keySignIn;
    private final List<KeySignInResult> heardOfKeys = new ArrayList<>();

    /** With a first administrator {@code admin} who may keep its password. */
    public TestSignIn(TestIdentities identities) {
        this(identities, FIRST_PASSWORD);
    }

    TestSignIn(TestIdentities identities, String firstPassword) {
        first = new FirstAdministrator(
                new AdministratorConfig("admin", Optional.of(firstPassword), false),
                config,
                administrators,
                hasher,
                BootstrapObserver.NONE);
        Logins logins = new Logins(administrators, identities.store(), identities.callers(), config, first);
        signIn = new SignIn(
                logins,
                new Attempts(attempts, config, clock),
                hasher,
                new BearerTokens(identities.keyring(), config, clock),
                List.of(new Ear()));
        keySignIn = new KeySignIn(
                new AccessKeySignIn(identities.keys()), new Attempts(attempts, config, clock), List.of(new Ear()));
    }

    private final class Ear implements SignInObserver {
        @Override
        public void ended(SignInRequest request, boolean change, SignInResult result) {
            heard.add(result);
        }

        @Override
        public void ended(KeySignInRequest request, KeySignInResult result) {
            heardOfKeys.add(result);
        }
    }

    /** What observers were told. */
    List<SignInResult> heard() {
        return heard;
    }

    List<KeySignInResult> heardOfKeys() {
        return heardOfKeys;
    }

    KeySignIn keySignIn() {
        return keySignIn;
    }

    public PasswordHasher hasher() {
        return hasher;
    }

    public SignIn signIn() {
        return signIn;
    }

    public AdministratorService administrators() {
        return new AdministratorService(administrators, hasher, first, signIn, config);
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    Instant now() {
        return clock.now;
    }

    private static final class Moved extends Clock {
        private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
