package org.extenddb.admin;

import java.util.regex.Pattern;

/** The password that a JDBC URL may have in it, as the parameter that the driver takes it from. */
final class UrlPassword {
    private static final Pattern PASSWORD = Pattern.compile("(?i)([?&](?:ssl)?password=)[^&]*");

    private UrlPassword() {}

    /** The same text with nothing to be read there. */
    static String hidden(String text) {
        return text.startsWith("jdbc:") ? PASSWORD.matcher(text).replaceAll("$1(set)") : text;
    }
}
