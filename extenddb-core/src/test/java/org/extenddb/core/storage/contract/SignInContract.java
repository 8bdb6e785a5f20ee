package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.identity.Lockout;
import org.extenddb.core.identity.Password;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.core.storage.SignInAttempts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Administrators, and the count of attempts to sign in. */
public abstract class SignInContract extends StorageContract {
    private static final Lockout LOCKOUT = new Lockout(3, Duration.ofMinutes(3));

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String subject = "s-" + UUID.randomUUID();

    @Test
    void administrators_insertSaveDelete_areFoundAsGiven() {
        Administrator nina = Administrator.of("Nina-" + UUID.randomUUID(), Password.of("$argon2id$1", true));
        change(it -> it.insert(nina));
        assertThat(administrators().find(nina.name().toUpperCase())).isEqualTo(nina);
        assertThat(administrators().list()).contains(nina);

        Administrator changed = nina.withPassword(Password.of("$argon2id$2", false))
                .withActive(false)
                .withSignIn(now);
        change(it -> it.save(changed));
        assertThat(administrators().find(nina.name())).isEqualTo(changed);

        change(it -> it.delete(changed));
        assertThat(administrators().find(nina.name())).isNull();
    }

    @Test
    void administrators_workThatThrows_changesNothing() {
        Administrator nina = Administrator.of("n-" + UUID.randomUUID(), Password.of("$argon2id$1", true));
        assertThatThrownBy(() -> change(it -> {
                    it.insert(nina);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(administrators().find(nina.name())).isNull();
    }

    @Test
    void administrators_nameWithNul_isNobody() {
        assertThat(administrators().find("a\0b")).isNull();
    }

    @Test
    void begin_asOftenAsIsFree_locksAndLongerEachTime() {
        assertThat(attempts().begin(subject, LOCKOUT, now)).isNull();
        assertThat(attempts().begin(subject, LOCKOUT, now)).isNull();
        assertThat(attempts().lockedUntil(subject, now)).isNull();
        assertThat(attempts().begin(subject, LOCKOUT, now)).isNull();

        Instant first = now.plusSeconds(60);
        assertThat(attempts().lockedUntil(subject, now)).isEqualTo(first);
        assertThat(attempts().begin(subject, LOCKOUT, now.plusSeconds(59))).isEqualTo(first);
        assertThat(attempts().begin(subject, LOCKOUT, first)).isNull();
        assertThat(attempts().lockedUntil(subject, first)).isEqualTo(first.plusSeconds(120));
        assertThat(attempts().begin(subject, LOCKOUT, first.plusSeconds(120))).isNull();
        assertThat(attempts().lockedUntil(subject, first)).isEqualTo(first.plusSeconds(120 + 180));
    }

    @Test
    void begin_afterSuccessOrPause_countsAnew() {
        attempts().begin(subject, LOCKOUT, now);
        attempts().begin(subject, LOCKOUT, now);
        attempts().succeeded(subject);
        attempts().begin(subject, LOCKOUT, now);
        attempts().begin(subject, LOCKOUT, now);
        Instant later = now.plus(LOCKOUT.longest()).plusSeconds(1);
        attempts().begin(subject, LOCKOUT, later);
        assertThat(attempts().lockedUntil(subject, later)).isNull();
    }

    @Test
    void begin_manyAtOnce_noneEscapes() {
        List<@Nullable Instant> locks =
                concurrently(8, thread -> () -> attempts().begin(subject, LOCKOUT, now));
        assertThat(locks.stream().filter(Objects::isNull)).hasSize(3);
    }

    private void change(Consumer<AdministratorStore.Administrators> work) {
        administrators().<@Nullable Object>change(it -> {
            work.accept(it);
            return null;
        });
    }

    private AdministratorStore administrators() {
        return backend().administrators();
    }

    private SignInAttempts attempts() {
        return backend().attempts();
    }
}
