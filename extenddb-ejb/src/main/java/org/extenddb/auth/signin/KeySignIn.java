package org.extenddb.auth.signin;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.extenddb.auth.AccessKeySignIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in to the console by an access key. Attempts are counted and locked by the key's id, as those with a password are by the name,
 * whether there is such a key or not. What programs sign with the key is not touched by a lock.
 */
@SingleInstance
public final class KeySignIn {
    private final AccessKeySignIn keys;
    private final Attempts attempts;
    private final List<SignInObserver> observers;

    @Inject
    public KeySignIn(AccessKeySignIn keys, Attempts attempts, @Any Instance<SignInObserver> observers) {
        this(keys, attempts, observers.stream().toList());
    }

    KeySignIn(AccessKeySignIn keys, Attempts attempts, List<SignInObserver> observers) {
        this.keys = keys;
        this.attempts = attempts;
        this.observers = List.copyOf(observers);
    }

    /**
     * Signs somebody in.
     *
     * @throws org.extenddb.core.storage.StorageUnavailableException when the database cannot be asked
     */
    public KeySignInResult signIn(KeySignInRequest request) {
        KeySignInResult result = checked(request);
        observers.forEach(observer -> observer.ended(request, result));
        return result;
    }

    private KeySignInResult checked(KeySignInRequest request) {
        String subject = Subject.ofKey(request.accessKeyId());
        Instant locked = attempts.begin(subject);
        if (locked != null) {
            return new KeySignInResult.Locked(locked);
        }
        Caller caller = keys.signIn(request.accessKeyId(), request.secret());
        if (caller == null) {
            return new KeySignInResult.Refused();
        }
        attempts.forget(subject);
        return new KeySignInResult.Accepted(caller);
    }

    /** The owner of a key that signed in before, with the rights of now; null when key or owner are gone. */
    public @Nullable Caller signedIn(String accessKeyId) {
        return keys.signedIn(accessKeyId);
    }
}
