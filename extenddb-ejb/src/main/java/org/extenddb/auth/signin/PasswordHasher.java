package org.extenddb.auth.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.extenddb.cdi.SingleInstance;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id: 19 MiB, two passes, one lane. Few at a time, so that whoever tries many passwords takes neither the
 * memory nor all processors.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP: Password storage</a>
 */
@SingleInstance
public final class PasswordHasher {
    /** Longer ones are nobody's. */
    public static final int MAX_LENGTH = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_A_TIME = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final long PATIENCE_MILLIS = 5_000;

    private final int memoryKib;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    public PasswordHasher() {
        this(MEMORY_KIB);
    }

    /** For tests, which make many. */
    PasswordHasher(int memoryKib) {
        this.memoryKib = memoryKib;
    }

    /**
     * A hash with its parameters and a salt of its own.
     *
     * @throws TooManySignInsException when there was no turn for it in some seconds
     */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> current().hash(bytes(password), salt).getResult());
    }

    /**
     * Whether this is the password. Takes as long where there is no hash to compare with.
     *
     * @param hash null where there is nobody with a password
     * @throws TooManySignInsException when there was no turn for it in some seconds
     */
    public boolean matches(String password, @Nullable String hash) {
        if (hash == null) {
            inTurn(() -> current().hash(bytes(password), new byte[SALT_BYTES]).getResult());
            return false;
        }
        return password.length() <= MAX_LENGTH
                && inTurn(() -> Argon2Function.getInstanceFromHash(hash)
                        .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether it was made with other parameters than are used now. */
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(current());
    }

    /** Made when it is needed first: it takes its 19 MiB at once. */
    private Argon2Function current() {
        return Argon2Function.getInstance(memoryKib, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    private static byte[] bytes(String password) {
        String bounded = password.length() <= MAX_LENGTH ? password : password.substring(0, MAX_LENGTH);
        return bounded.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new TooManySignInsException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManySignInsException();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
