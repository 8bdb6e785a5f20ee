package org.extenddb.config;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;

/** The first access key, and how secrets are kept. Holds secrets: it has no toString of its own and is never logged. */
@SingleInstance
public final class IdentityConfig {
    private final AccountId bootstrapAccount;
    private final Optional<String> bootstrapAccessKeyId;
    private final Optional<String> bootstrapSecretAccessKey;
    private final Optional<String> encryptionKey;
    private final List<String> previousEncryptionKeys;
    private final Duration cacheLife;

    /**
     * Reads the configuration.
     *
     * @param accountId twelve digits: the account of the bootstrap key
     * @param accessKeyId an access key with all rights in its account, imported when the server does not know it yet
     * @param secretAccessKey the secret of that key; read at import alone
     * @param encryptionKey 32 bytes in Base64: secrets are stored under this key; the same on all servers of one database
     * @param previousKeys keys that were the encryption key before, by commas: what is stored under them can still be read
     * @param cacheSeconds how long an access key that is not used is kept in memory
     */
    @Inject
    public IdentityConfig(
            @ConfigProperty(name = "extenddb.bootstrap.accountId", defaultValue = "000000000000") String accountId,
            @ConfigProperty(name = "extenddb.bootstrap.accessKeyId") Optional<String> accessKeyId,
            @ConfigProperty(name = "extenddb.bootstrap.secretAccessKey") Optional<String> secretAccessKey,
            @ConfigProperty(name = "extenddb.encryption.key") Optional<String> encryptionKey,
            @ConfigProperty(name = "extenddb.encryption.previousKeys") Optional<String> previousKeys,
            @ConfigProperty(name = "extenddb.auth.cacheSeconds", defaultValue = "30") int cacheSeconds) {
        this.bootstrapAccount = new AccountId(accountId.strip());
        this.bootstrapAccessKeyId = present(accessKeyId);
        this.bootstrapSecretAccessKey = present(secretAccessKey);
        this.encryptionKey = present(encryptionKey);
        this.previousEncryptionKeys = present(previousKeys).stream()
                .flatMap(keys -> Arrays.stream(keys.split(",")))
                .map(String::strip)
                .toList();
        this.cacheLife = Duration.ofSeconds(cacheSeconds);
    }

    public AccountId bootstrapAccount() {
        return bootstrapAccount;
    }

    public Optional<String> bootstrapAccessKeyId() {
        return bootstrapAccessKeyId;
    }

    public Optional<String> bootstrapSecretAccessKey() {
        return bootstrapSecretAccessKey;
    }

    public Optional<String> encryptionKey() {
        return encryptionKey;
    }

    public List<String> previousEncryptionKeys() {
        return previousEncryptionKeys;
    }

    public Duration cacheLife() {
        return cacheLife;
    }

    /** A variable that is set to nothing counts as not set. */
    private static Optional<String> present(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }
}
