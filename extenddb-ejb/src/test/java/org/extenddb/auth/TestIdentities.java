package org.extenddb.auth;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.IdentityListener;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.memory.MemoryAccessKeyStore;
import org.extenddb.core.storage.memory.MemoryIdentityStore;

/** What one server has of authentication, in memory; caches hear of changes at once. */
public final class TestIdentities {
    private final AccessKeyStore keyStore;
    private final IdentityStore store;
    private final AwsManagedPolicies awsPolicies = new AwsManagedPolicies();
    private final AccessKeySecrets secrets;
    private final AccessKeyCache keys;
    private final IdentityRightsReader reader;
    private final IdentityRightsCache rights;
    private final IdentityCaches caches;
    private final AccessKeyUses uses;
    private final SessionTokens tokens;
    private final Keyring keyring;

    /** With users. */
    public TestIdentities() {
        this(new MemoryAccessKeyStore(), Identities.KEY);
    }

    TestIdentities(AccessKeyStore keyStore, String encryptionKey) {
        this(keyStore, encryptionKey, store -> store);
    }

    /** @param watch what stands before the store of identities */
    TestIdentities(AccessKeyStore keyStore, String encryptionKey, UnaryOperator<IdentityStore> watch) {
        IdentityConfig config = Identities.config(encryptionKey);
        keyring = new Keyring(config);
        this.keyStore = keyStore;
        store = watch.apply(new MemoryIdentityStore(
                keyStore instanceof MemoryAccessKeyStore memory ? memory : new MemoryAccessKeyStore(), new Later()));
        secrets = new AccessKeySecrets(new SecretCipher(keyring));
        reader = new IdentityRightsReader(store, awsPolicies);
        rights = new IdentityRightsCache(reader);
        keys = new AccessKeyCache(
                keyStore, secrets, new BootstrapKey(config, keyStore, secrets, BootstrapObserver.NONE), rights, config);
        caches = new IdentityCaches(keys, rights);
        uses = new AccessKeyUses(keyStore, store);
        tokens = new SessionTokens(keyring);
    }

    public SigV4Authenticator authenticator(Clock clock) {
        return new SigV4Authenticator(keys, new SessionKeys(tokens, rights, reader), uses, clock);
    }

    /** A bootstrap key of this id, of the root user. */
    public static BootstrapKey bootstrap(TestIdentities identities, String accessKeyId) {
        IdentityConfig config = new IdentityConfig(
                "111122223333",
                Optional.of(accessKeyId),
                Optional.of(Identities.SECRET),
                Optional.of(Identities.KEY),
                Optional.empty(),
                30);
        return new BootstrapKey(config, identities.keyStore, identities.secrets, BootstrapObserver.NONE);
    }

    public Keyring keyring() {
        return keyring;
    }

    public UserCallers callers() {
        return new UserCallers(rights);
    }

    public AccessKeyStore keyStore() {
        return keyStore;
    }

    public IdentityStore store() {
        return store;
    }

    public AwsManagedPolicies awsPolicies() {
        return awsPolicies;
    }

    public AccessKeySecrets secrets() {
        return secrets;
    }

    public TemporaryCredentialIssuer issuer() {
        return new TemporaryCredentialIssuer(tokens, secrets);
    }

    public IdentityRightsReader reader() {
        return reader;
    }

    public IdentityCaches caches() {
        return caches;
    }

    public AccessKeyCache keys() {
        return keys;
    }

    AccessKeyUses uses() {
        return uses;
    }

    SessionTokens tokens() {
        return tokens;
    }

    IdentityRightsCache rights() {
        return rights;
    }

    /** The caches, which are made after the store. */
    private final class Later implements IdentityListener {
        @Override
        public void accessKeyChanged(String accessKeyId) {
            caches.accessKeyChanged(accessKeyId);
        }

        @Override
        public void identityChanged(String identityId) {
            caches.identityChanged(identityId);
        }

        @Override
        public void accountChanged(AccountId account) {
            caches.accountChanged(account);
        }

        @Override
        public void anyMayHaveChanged() {
            caches.anyMayHaveChanged();
        }

        @Override
        public void confirm(long nanoTime) {
            caches.confirm(nanoTime);
        }
    }
}
