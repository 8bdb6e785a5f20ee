package org.extenddb.core.storage.memory;

import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityListener;

/** For stores whose changes nobody caches. */
public final class NobodyListens implements IdentityListener {
    @Override
    public void accessKeyChanged(String accessKeyId) {}

    @Override
    public void identityChanged(String identityId) {}

    @Override
    public void accountChanged(AccountId account) {}

    @Override
    public void anyMayHaveChanged() {}

    @Override
    public void confirm(long nanoTime) {}
}
