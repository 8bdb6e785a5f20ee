package org.extenddb.core.iam.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a {@link TextPattern}, once. */
final class PatternParser {
    private static final String BEGIN = "${";

    private final String text;
    private final PatternSyntax syntax;
    private final List<PatternPart> parts = new ArrayList<>();
    private List<Integer> fixed = new ArrayList<>();

    PatternParser(String text, PatternSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    TextPattern parse() {
        int at = 0;
        while (at < text.length()) {
            if (syntax.hasVariables() && text.startsWith(BEGIN, at)) {
                int end = end(at + BEGIN.length());
                variable(text.substring(at + BEGIN.length(), end));
                at = end + 1;
            } else {
                fixed.add(code(text.charAt(at++)));
            }
        }
        if (parts.isEmpty()) {
            return new TextPattern(text, new Wildcard(codes(fixed)), List.of());
        }
        flush();
        return new TextPattern(text, null, parts);
    }

    private int code(char c) {
        if (syntax.hasWildcards() && c == '*') {
            return Wildcard.ANY;
        }
        return syntax.hasWildcards() && c == '?' ? Wildcard.ONE : c;
    }

    /** The brace that ends a variable: not one within the quotes of its default. */
    private int end(int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return at;
            }
        }
        throw new MalformedPatternException(text);
    }

    /** One of the characters that mean something otherwise, or a condition key with or without a default. */
    private void variable(String name) {
        if (name.equals("*") || name.equals("?") || name.equals("$")) {
            fixed.add((int) name.charAt(0));
            return;
        }
        int comma = name.indexOf(',');
        String key = (comma < 0 ? name : name.substring(0, comma)).strip();
        if (key.isEmpty() || key.indexOf('$') >= 0 || key.indexOf('{') >= 0) {
            throw new MalformedPatternException(text);
        }
        flush();
        parts.add(new PatternPart.Variable(
                key.toLowerCase(Locale.ROOT), comma < 0 ? null : byDefault(name.substring(comma + 1))));
    }

    private @Nullable String byDefault(String quoted) {
        String value = quoted.strip();
        if (value.length() < 2 || value.charAt(0) != '\'' || value.indexOf('\'', 1) != value.length() - 1) {
            throw new MalformedPatternException(text);
        }
        return value.substring(1, value.length() - 1);
    }

    private void flush() {
        if (!fixed.isEmpty()) {
            parts.add(new PatternPart.Fixed(fixed));
            fixed = new ArrayList<>();
        }
    }

    private static int[] codes(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
