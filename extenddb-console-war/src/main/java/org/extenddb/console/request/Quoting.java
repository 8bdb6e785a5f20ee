package org.extenddb.console.request;

import java.util.List;
import java.util.regex.Pattern;

/** Names that people type, where a dot or a comma inside of double quotes separates nothing. */
final class Quoting {
    private static final String OUTSIDE = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    private static final Pattern DOTS = Pattern.compile("\\." + OUTSIDE);
    private static final Pattern COMMAS = Pattern.compile("," + OUTSIDE);

    private Quoting() {}

    /** A list of paths by commas, without the blank ones. */
    static List<String> paths(String list) {
        return COMMAS.splitAsStream(list).filter(path -> !path.isBlank()).toList();
    }

    /** The steps of a path: names, each with the places in lists behind it. */
    static List<String> steps(String path) {
        return List.of(DOTS.split(path.strip(), -1));
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
