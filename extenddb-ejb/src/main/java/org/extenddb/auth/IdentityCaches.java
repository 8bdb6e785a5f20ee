package org.extenddb.auth;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityListener;

/** Makes this server forget what it knows of identities when they change. */
@SingleInstance
public final class IdentityCaches implements IdentityListener {
    private final AccessKeyCache keys;
    private final IdentityRightsCache rights;

    @Inject
    public IdentityCaches(AccessKeyCache keys, IdentityRightsCache rights) {
        this.keys = keys;
        this.rights = rights;
    }

    @Override
    public void accessKeyChanged(String accessKeyId) {
        keys.changed(accessKeyId);
    }

    @Override
    public void identityChanged(String identityId) {
        rights.identityChanged(identityId);
    }

    @Override
    public void accountChanged(AccountId account) {
        rights.accountChanged(account);
    }

    @Override
    public void anyMayHaveChanged() {
        keys.anyMayHaveChanged();
        rights.anyMayHaveChanged();
    }

    @Override
    public void confirm(long nanoTime) {
        keys.confirm(nanoTime);
        rights.confirm(nanoTime);
    }
}
