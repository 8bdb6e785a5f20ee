package org.extenddb.core.model;

import java.util.Comparator;

/**
 * Orders strings by their UTF-8 bytes, which is code point order: unlike {@link String#compareTo}, surrogate pairs sort after
 * the rest of the basic plane.
 */
public enum Utf8Order implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean leftBeyond = Character.isSurrogate(a);
                return leftBeyond == Character.isSurrogate(b) ? Character.compare(a, b) : leftBeyond ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
