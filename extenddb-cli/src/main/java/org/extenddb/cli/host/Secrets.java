package org.extenddb.cli.host;

import java.security.SecureRandom;

/** Random texts that nobody can guess. */
public final class Secrets {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Letters and digits only, so that the text needs no quoting in a shell, a URL or XML; 5.9 bits each. */
    public static String alphanumeric(int length) {
        return of(length, LETTERS_AND_DIGITS);
    }

    public static String of(int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
