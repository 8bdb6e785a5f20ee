package org.extenddb.core.storage.contract;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What contract tests on an account share: a new account for each test. */
abstract class AccountContract extends StorageContract {
    final AccountId account = newAccount();

    @BeforeEach
    void addAccount() {
        backend().identities().addAccount(account, "tests");
    }

    final <T extends @Nullable Object> T read(Function<AccountIdentities, T> work) {
        return backend().identities().read(account, work);
    }

    final <T extends @Nullable Object> T change(Function<AccountIdentities, T> work) {
        return backend().identities().change(account, work);
    }

    final StoredAccessKey key(@Nullable String identityId, String createdAt) {
        return new StoredAccessKey(
                UniqueIds.key(UniqueIds.ACCESS_KEY),
                account,
                identityId,
                ByteString.utf8("secret"),
                true,
                Instant.parse(createdAt));
    }

    static AccountId newAccount() {
        return new AccountId(String.format("%012d", ThreadLocalRandom.current().nextLong(1_000_000_000_000L)));
    }
}
