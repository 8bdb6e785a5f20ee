package org.extenddb.core.iam.match;

import java.util.ArrayList;
import java.util.List;

/**
 * An ARN of a condition. Each of its six components is matched by itself, so that a wildcard never goes beyond the colon.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN condition operators</a>
 */
public final class ArnPattern {
    private static final int COMPONENTS = 6;

    private final List<TextPattern> components;

    private ArnPattern(List<TextPattern> components) {
        this.components = List.copyOf(components);
    }

    /**
     * Compiles. A text with fewer components than an ARN has matches no ARN, except {@code *}.
     *
     * @throws MalformedPatternException when a variable does not end or has no name
     */
    public static ArnPattern of(String text, PatternSyntax syntax) {
        List<TextPattern> components = new ArrayList<>();
        for (String component : split(text)) {
            components.add(TextPattern.of(component, syntax));
        }
        return new ArnPattern(components);
    }

    public TextPattern.Match match(String arn, ContextKeys keys) {
        if (components.size() == 1) {
            return components.get(0).match(arn, keys);
        }
        List<String> values = split(arn);
        if (values.size() != components.size()) {
            return TextPattern.Match.NO;
        }
        TextPattern.Match result = TextPattern.Match.YES;
        for (int i = 0; i < values.size(); i++) {
            TextPattern.Match one = components.get(i).match(values.get(i), keys);
            if (one == TextPattern.Match.NO) {
                return one;
            }
            result = one == TextPattern.Match.UNKNOWN ? one : result;
        }
        return result;
    }

    /** At the first five colons that are not within a variable. */
    private static List<String> split(String text) {
        List<String> components = new ArrayList<>(COMPONENTS);
        int begin = 0;
        int depth = 0;
        for (int at = 0; at < text.length() && components.size() < COMPONENTS - 1; at++) {
            char c = text.charAt(at);
            if (c == '{' && at > 0 && text.charAt(at - 1) == '$') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == ':' && depth == 0) {
                components.add(text.substring(begin, at));
                begin = at + 1;
            }
        }
        components.add(text.substring(begin));
        return components;
    }
}
