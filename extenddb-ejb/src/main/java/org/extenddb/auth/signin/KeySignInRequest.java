package org.extenddb.auth.signin;

/**
 * Somebody wants to sign in by an access key.
 *
 * @param sourceAddress where the request comes from
 */
public record KeySignInRequest(String accessKeyId, String secret, String sourceAddress) {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "KeySignInRequest[" + accessKeyId + " from " + sourceAddress + "]";
    }
}
