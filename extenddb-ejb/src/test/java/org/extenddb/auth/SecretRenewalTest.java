package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.core.storage.memory.MemoryAccessKeyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretRenewalTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");

    private final MemoryAccessKeyStore keys = new MemoryAccessKeyStore();
    private final IdentityStore store = new TestIdentities(keys, Identities.KEY).store();
    private final IdentityConfig rotated = Identities.config(Identities.OTHER_KEY, Identities.KEY);

    @Test
    void renew_secretsOfBefore_canBeReadWithoutThePreviousKey() {
        NewAccessKey old = secrets(Identities.config(Identities.KEY)).create(ACCOUNT, null);
        NewAccessKey present = secrets(rotated).create(ACCOUNT, null);
        insert(old, present);
        SecretRenewal renewal = new SecretRenewal(store, secrets(rotated), rotated);

        assertThat(renewal.isRotating()).isTrue();
        assertThat(renewal.renew()).isEqualTo(1);
        assertThat(renewal.renew()).isZero();

        AccessKeySecrets later = secrets(Identities.config(Identities.OTHER_KEY));
        assertThat(later.decrypt(stored(old))).isEqualTo(old.secret());
        assertThat(later.decrypt(stored(present))).isEqualTo(present.secret());
        assertThatThrownBy(() -> later.decrypt(old.stored())).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void renew_secretThatCannotBeRead_isLeftAlone() {
        NewAccessKey foreign = secrets(Identities.config(Identities.KEY)).create(ACCOUNT, null);
        insert(foreign);
        IdentityConfig withoutIt = Identities.config(Identities.OTHER_KEY);

        assertThat(new SecretRenewal(store, secrets(withoutIt), withoutIt).renew())
                .isZero();

        assertThat(stored(foreign)).isEqualTo(foreign.stored());
    }

    private void insert(NewAccessKey... made) {
        store.addAccount(ACCOUNT, "tests");
        store.<@Nullable Object>change(ACCOUNT, account -> {
            for (NewAccessKey key : made) {
                account.insert(key.stored());
            }
            return null;
        });
    }

    private StoredAccessKey stored(NewAccessKey key) {
        return Objects.requireNonNull(keys.find(key.stored().accessKeyId()));
    }

    private static AccessKeySecrets secrets(IdentityConfig config) {
        return new AccessKeySecrets(new SecretCipher(new Keyring(config)));
    }
}
