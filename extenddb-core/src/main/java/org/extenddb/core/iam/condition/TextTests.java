package org.extenddb.core.iam.condition;

import java.util.List;
import java.util.Locale;
import org.extenddb.core.iam.match.ArnPattern;
import org.extenddb.core.iam.match.PatternSyntax;
import org.extenddb.core.iam.match.TextPattern;

/** The operators on texts and ARNs, whose values may have variables. */
final class TextTests {
    private TextTests() {}

    static ValueTest equal(String value, boolean variables) {
        TextPattern pattern = TextPattern.of(value, PatternSyntax.of(false, variables));
        return pattern::match;
    }

    static ValueTest like(String value, boolean variables) {
        TextPattern pattern = TextPattern.of(value, PatternSyntax.of(true, variables));
        return pattern::match;
    }

    /** Both sides in lower case, variables' values too. */
    static ValueTest equalIgnoringCase(String value, boolean variables) {
        TextPattern pattern = TextPattern.of(value.toLowerCase(Locale.ROOT), PatternSyntax.of(false, variables));
        return (text, keys) -> pattern.match(lower(text), key -> {
            String variable = keys.variable(key);
            return variable == null ? null : List.of(lower(variable));
        });
    }

    static ValueTest arn(String value, boolean variables) {
        ArnPattern pattern = ArnPattern.of(value, PatternSyntax.of(true, variables));
        return pattern::match;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
