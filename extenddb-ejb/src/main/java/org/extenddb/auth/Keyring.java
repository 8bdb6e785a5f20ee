package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;
import org.jspecify.annotations.Nullable;

/** The installation's encryption keys: the one that everything new is encrypted under, and those before it. */
@SingleInstance
public final class Keyring {
    private final @Nullable EncryptionKey current;
    private final List<EncryptionKey> all;
    private final String problem;

    @Inject
    public Keyring(IdentityConfig config) {
        EncryptionKey parsed = null;
        List<EncryptionKey> previous = List.of();
        String fault = "extenddb.encryption.key is not set";
        if (config.encryptionKey().isPresent()) {
            try {
                previous = config.previousEncryptionKeys().stream()
                        .map(EncryptionKey::parse)
                        .toList();
                parsed = EncryptionKey.parse(config.encryptionKey().get());
                fault = "";
            } catch (IllegalArgumentException e) {
                fault = String.valueOf(e.getMessage());
            }
        }
        this.current = parsed;
        this.all = previous;
        this.problem = fault;
    }

    private Keyring(EncryptionKey only) {
        this.current = only;
        this.all = List.of();
        this.problem = "";
    }

    /**
     * Of an installation that has had no other key.
     *
     * @param base64 32 bytes
     * @throws IllegalArgumentException when it is anything else
     */
    public static Keyring of(String base64) {
        return new Keyring(EncryptionKey.parse(base64));
    }

    /** What is wrong with the configured keys, for operators; empty when nothing is. */
    String problem() {
        return problem;
    }

    /** @throws SecretUnreadableException when there is none that is usable */
    EncryptionKey current() {
        if (current == null) {
            throw new SecretUnreadableException(problem);
        }
        return current;
    }

    /**
     * The key that has this id.
     *
     * @return null when it is none of ours
     * @throws SecretUnreadableException when there is no usable key at all
     */
    @Nullable
    EncryptionKey find(byte[] id) {
        if (Arrays.equals(current().id(), id)) {
            return current;
        }
        return all.stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .findFirst()
                .orElse(null);
    }
}
