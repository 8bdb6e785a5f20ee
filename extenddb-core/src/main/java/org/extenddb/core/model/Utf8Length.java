package org.extenddb.core.model;

/** How many bytes a string takes in UTF-8, without encoding it. */
public final class Utf8Length {
    private Utf8Length() {}

    /** An unpaired surrogate counts as the one byte of the {@code ?} that encoding makes of it. */
    public static int of(String text) {
        int length = text.length();
        int bytes = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (c < 0x800) {
                    bytes++;
                } else if (!Character.isSurrogate(c)) {
                    bytes += 2;
                } else if (isPair(text, i)) {
                    bytes += 2;
                    i++;
                }
            }
        }
        return bytes;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
