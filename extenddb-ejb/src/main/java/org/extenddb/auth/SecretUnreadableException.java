package org.extenddb.auth;

/** A secret cannot be encrypted or decrypted with the key this server has. The message is for operators and holds no secret. */
public final class SecretUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretUnreadableException(String message) {
        super(message);
    }

    public SecretUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
