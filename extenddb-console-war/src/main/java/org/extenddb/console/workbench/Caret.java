package org.extenddb.console.workbench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in an expression the fault is that a message names. */
final class Caret {
    private static final Pattern SYNTAX = Pattern.compile("token: \"(.*?)\", near: \"(.*)\"", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile(
            "(?:attribute (?:name|value)(?: used in expression)?:|keyword: |function: |operator: ?) ?([#:]?\\w+)");

    private Caret() {}

    /** Counted from 0; -1 where the message names no place. */
    static int in(String expression, String message) {
        Matcher syntax = SYNTAX.matcher(message);
        if (syntax.find()) {
            int near = expression.indexOf(syntax.group(2));
            int token = near < 0 ? -1 : offset(syntax.group(2), syntax.group(1));
            return token < 0 ? near : near + token;
        }
        Matcher named = NAMED.matcher(message);
        return named.find() ? expression.indexOf(named.group(1)) : -1;
    }

    /** DynamoDB begins with the token before the one that it means, where there is one. */
    private static int offset(String near, String token) {
        int second = near.indexOf(token, 1);
        return second < 0 ? near.indexOf(token) : second;
    }
}
