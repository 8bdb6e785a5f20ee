package org.extenddb.web;

/** What a Content-Type looks like: JAX-RS throws at one that is none. */
final class MediaTypeSyntax {
    private MediaTypeSyntax() {}

    /** Type, slash, subtype, and whatever parameters. */
    static boolean isMediaType(String text) {
        int end = text.indexOf(';');
        String type = (end < 0 ? text : text.substring(0, end)).strip();
        int slash = type.indexOf('/');
        return slash > 0 && slash < type.length() - 1 && type.indexOf('/', slash + 1) < 0 && isVisible(type);
    }

    private static boolean isVisible(String type) {
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == ',') {
                return false;
            }
        }
        return true;
    }
}
