package org.extenddb.core.wire;

/** Makes strings encodable: JSON escapes can write surrogates without their other half, UTF-8 cannot. */
final class WellFormed {
    private WellFormed() {}

    /** The string with every unpaired surrogate replaced by {@code ?}, which is what encoding it would give. */
    static String string(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceUnpaired(text, i);
            }
        }
        return text;
    }

    private static String replaceUnpaired(String text, int from) {
        StringBuilder result = null;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (result == null) {
                result = new StringBuilder(text);
            }
            result.setCharAt(i, '?');
        }
        return result == null ? text : result.toString();
    }
}
