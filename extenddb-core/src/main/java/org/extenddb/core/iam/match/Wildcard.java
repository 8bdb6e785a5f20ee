package org.extenddb.core.iam.match;

import java.util.Arrays;

/**
 * A text in which {@code *} stands for any characters and {@code ?} for any one. Matching takes at most as many steps as pattern and
 * text have characters multiplied: there is nothing to make it slow with.
 */
final class Wildcard {
    /** Any number of characters, in a pattern's codes; no character has this value. */
    static final int ANY = -1;

    /** One character. */
    static final int ONE = -2;

    private final int[] codes;

    /** The characters before the first wildcard: most patterns are told from most texts by them. */
    private final String prefix;

    Wildcard(int[] codes) {
        this.codes = codes.clone();
        this.prefix = literalPrefix(codes);
    }

    private static String literalPrefix(int[] codes) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < codes.length && codes[i] >= 0; i++) {
            prefix.append((char) codes[i]);
        }
        return prefix.toString();
    }

    boolean matches(String text) {
        int literal = prefix.length();
        if (literal == codes.length) {
            return prefix.equals(text);
        }
        if (!text.startsWith(prefix)) {
            return false;
        }
        return literal + 1 == codes.length && codes[literal] == ANY || matches(text, literal);
    }

    /** Begins behind the prefix. When a character does not fit, the last {@link #ANY} takes one more: earlier ones need not. */
    private boolean matches(String text, int from) {
        int at = from;
        int code = from;
        int lastAny = -1;
        int resumeAt = -1;
        while (at < text.length()) {
            if (code < codes.length && (codes[code] == ONE || codes[code] == text.charAt(at))) {
                code++;
                at++;
            } else if (code < codes.length && codes[code] == ANY) {
                lastAny = code++;
                resumeAt = at;
            } else if (lastAny >= 0) {
                code = lastAny + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        while (code < codes.length && codes[code] == ANY) {
            code++;
        }
        return code == codes.length;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Arrays.stream(codes).forEach(c -> text.append(c == ANY ? '*' : c == ONE ? '?' : (char) c));
        return text.toString();
    }
}
