package org.extenddb.console.request;

import java.util.ArrayList;
import java.util.List;

/** Names that people type, where a dot or a comma inside of double quotes separates nothing. */
final class Quoting {
    private Quoting() {}

    /** A list of paths by commas, without the blank ones. */
    static List<String> paths(String list) {
        return split(list, ',').stream().filter(path -> !path.isBlank()).toList();
    }

    /** The steps of a path: names, each with the places in lists behind it. */
    static List<String> steps(String path) {
        return split(path.strip(), '.');
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(text.substring(begin, at));
                begin = at + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Where the name of a step ends and the places in lists begin. */
    static int end(String step) {
        int bracket = step.indexOf('[', step.startsWith("\"") ? Math.max(step.lastIndexOf('"'), 0) : 0);
        return bracket < 0 ? step.length() : bracket;
    }

    /** A name without the quotes that stand around it. */
    static String name(String typed) {
        return typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"")
                ? typed.substring(1, typed.length() - 1).replace("\"\"", "\"")
                : typed;
    }
}
