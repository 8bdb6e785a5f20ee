package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.StoredAccessKey;
import org.junit.jupiter.api.Test;

/** Access keys. */
public abstract class AccessKeyStoreContract extends StorageContract {
    @Test
    void find_unknownKey_isNull() {
        assertThat(backend().accessKeys().find("AKIANONE")).isNull();
    }

    @Test
    void find_idWithAZeroByte_isNull() {
        assertThat(backend().accessKeys().find("AKIA\0")).isNull();
    }

    @Test
    void importKey_new_isFoundAsGiven() {
        StoredAccessKey key = key("secret", true);
        StoredAccessKey inactive = key("other", false);

        assertThat(backend().accessKeys().importKey(key)).isTrue();
        assertThat(backend().accessKeys().importKey(inactive)).isTrue();

        assertThat(backend().accessKeys().find(key.accessKeyId())).isEqualTo(key);
        assertThat(backend().accessKeys().find(inactive.accessKeyId())).isEqualTo(inactive);
    }

    @Test
    void importKey_known_staysAsItWas() {
        StoredAccessKey key = key("secret", true);
        backend().accessKeys().importKey(key);
        StoredAccessKey other =
                new StoredAccessKey(key.accessKeyId(), key.account(), key.userArn(), ByteString.utf8("changed"), false);

        assertThat(backend().accessKeys().importKey(other)).isFalse();

        assertThat(backend().accessKeys().find(key.accessKeyId())).isEqualTo(key);
    }

    @Test
    void importKey_concurrently_exactlyOneWins() {
        StoredAccessKey key = key("secret", true);

        List<Boolean> kept =
                concurrently(6, thread -> () -> backend().accessKeys().importKey(key));

        assertThat(kept.stream().filter(Boolean::booleanValue)).hasSize(1);
    }

    private static StoredAccessKey key(String secret, boolean active) {
        String id = "AKIA" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return new StoredAccessKey(
                id,
                new AccountId("444455556666"),
                "arn:aws:iam::444455556666:user/test",
                ByteString.utf8(secret),
                active);
    }
}
