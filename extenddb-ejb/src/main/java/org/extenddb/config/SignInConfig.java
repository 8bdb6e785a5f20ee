package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.Lockout;

/** Signing in by a password, to the administration and the console. */
@SingleInstance
public final class SignInConfig {
    private final Lockout lockout;
    private final Duration tokenLife;
    private final Duration longest;
    private final int minimumLength;

    /**
     * Reads the configuration.
     *
     * @param attempts so many wrong passwords in a row are free
     * @param lockMinutes no lock after wrong passwords is longer
     * @param tokenMinutes how long what was signed in stays so without being renewed
     * @param sessionMinutes how long it can be renewed
     * @param minimumLength of passwords of administrators
     */
    @Inject
    public SignInConfig(
            @ConfigProperty(name = "extenddb.signIn.attempts", defaultValue = "5") int attempts,
            @ConfigProperty(name = "extenddb.signIn.lockMinutes", defaultValue = "15") int lockMinutes,
            @ConfigProperty(name = "extenddb.signIn.tokenMinutes", defaultValue = "60") int tokenMinutes,
            @ConfigProperty(name = "extenddb.signIn.sessionMinutes", defaultValue = "720") int sessionMinutes,
            @ConfigProperty(name = "extenddb.signIn.minimumLength", defaultValue = "12") int minimumLength) {
        this.lockout = new Lockout(attempts, Duration.ofMinutes(lockMinutes));
        this.tokenLife = Duration.ofMinutes(tokenMinutes);
        this.longest = Duration.ofMinutes(sessionMinutes);
        this.minimumLength = minimumLength;
    }

    public Lockout lockout() {
        return lockout;
    }

    public Duration tokenLife() {
        return tokenLife;
    }

    public Duration longest() {
        return longest;
    }

    public int minimumLength() {
        return minimumLength;
    }
}
