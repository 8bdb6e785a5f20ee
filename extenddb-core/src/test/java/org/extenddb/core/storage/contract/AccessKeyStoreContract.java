package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AccessKeyUse;
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
        StoredAccessKey other = new StoredAccessKey(
                key.accessKeyId(), key.account(), null, ByteString.utf8("changed"), false, key.createdAt());

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

    @Test
    void record_twice_theLatestCounts() {
        StoredAccessKey key = key("secret", true);
        backend().accessKeys().importKey(key);
        AccessKeyUse late = new AccessKeyUse(key.accessKeyId(), Instant.parse("2026-02-02T00:00:00Z"), "a", "iam");
        AccessKeyUse early = new AccessKeyUse(key.accessKeyId(), Instant.parse("2026-02-01T00:00:00Z"), "b", "sts");

        backend().accessKeys().record(List.of(late, new AccessKeyUse("AKIAGONE", late.usedAt(), "a", "iam")));
        backend().accessKeys().record(List.of(early));

        assertThat(backend().identities().<AccessKeyUse>read(key.account(), it -> it.lastUse(key.accessKeyId())))
                .isEqualTo(late);
        assertThat(backend().identities().<AccessKeyUse>read(key.account(), it -> it.lastUse("AKIAGONE")))
                .isNull();
    }

    private static StoredAccessKey key(String secret, boolean active) {
        String id = "AKIA" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return new StoredAccessKey(
                id,
                new AccountId("444455556666"),
                null,
                ByteString.utf8(secret),
                active,
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
