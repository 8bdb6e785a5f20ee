package org.extenddb.storage.jpa.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Strings of clients in text columns. PostgreSQL keeps every character there but U+0000, which DynamoDB takes in names of attributes;
 * it is kept as the noncharacter U+10FFFF and a zero. A U+10FFFF of the client's own is kept as two, so that both come back; what was
 * kept before there was this rule comes back too, unless it had such a pair in it.
 */
public final class StoredText {
    private static final char NUL = '\0';
    private static final String ESCAPE = "\uDBFF\uDFFF";
    private static final char ESCAPED_NUL = '0';

    private StoredText() {}

    /** The text as it is kept. */
    public static String encode(String text) {
        if (text.indexOf(NUL) < 0 && !text.contains(ESCAPE)) {
            return text;
        }
        return text.replace(ESCAPE, ESCAPE + ESCAPE).replace(String.valueOf(NUL), ESCAPE + ESCAPED_NUL);
    }

    /** The text that {@link #encode} was given. */
    public static String decode(String stored) {
        int escape = stored.indexOf(ESCAPE);
        if (escape < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        int from = 0;
        while (escape >= 0) {
            text.append(stored, from, escape);
            int next = escape + ESCAPE.length();
            if (stored.startsWith(ESCAPE, next)) {
                text.append(ESCAPE);
                from = next + ESCAPE.length();
            } else if (next < stored.length() && stored.charAt(next) == ESCAPED_NUL) {
                text.append(NUL);
                from = next + 1;
            } else {
                text.append(ESCAPE);
                from = next;
            }
            escape = stored.indexOf(ESCAPE, from);
        }
        return text.append(stored, from, stored.length()).toString();
    }

    /** Texts for an array's column. */
    public static String[] encodeAll(Collection<String> texts) {
        return texts.stream().map(StoredText::encode).toArray(String[]::new);
    }

    /** The texts of an array's column. */
    public static List<String> decodeAll(String[] stored) {
        return Arrays.stream(stored).map(StoredText::decode).toList();
    }

    /** Whether a text column can hold it as it is. What it cannot hold, no row has. */
    public static boolean isStorable(String text) {
        return text.indexOf(NUL) < 0;
    }
}
