package org.extenddb.auth;

import jakarta.inject.Inject;
import java.time.Duration;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Users and roles with their compiled policies, at hand until storage tells of a change. Reading one again takes milliseconds, and nothing
 * secret is in it: it is not done on time's account alone, but now and then, were a change made where nobody tells of it.
 */
@SingleInstance
public final class IdentityRightsCache {
    private static final int MAX_IDENTITIES = 20_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final IdentityRightsReader reader;
    private final ConfirmedCache<IdentityRef, IdentityRights> rights;
    private final ConfirmedCache<AccountId, AccountId> open;

    @Inject
    public IdentityRightsCache(IdentityRightsReader reader) {
        this.reader = reader;
        this.rights = new ConfirmedCache<>(MAX_IDENTITIES, UNUSED);
        this.open = new ConfirmedCache<>(MAX_IDENTITIES, UNUSED);
    }

    /**
     * Finds a user or role.
     *
     * @return null when it is gone, or its account is closed
     * @throws org.extenddb.core.storage.StorageUnavailableException when it is not at hand and cannot be read
     */
    @Nullable
    IdentityRights find(IdentityRef ref) {
        return rights.get(ref, reader::read);
    }

    /** Whether anybody of an account is let in. */
    boolean isOpen(AccountId account) {
        return open.get(account, reader::open) != null;
    }

    void identityChanged(String identityId) {
        rights.forgetIf(ref -> ref.identityId().equals(identityId));
    }

    void accountChanged(AccountId account) {
        rights.forgetIf(ref -> ref.account().equals(account));
        open.forget(account);
    }

    void anyMayHaveChanged() {
        rights.forgetAll();
        open.forgetAll();
    }

    void confirm(long nanoTime) {
        rights.confirm(nanoTime);
        open.confirm(nanoTime);
    }
}
