package org.extenddb.core.iam.match;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a policy: text, wildcards where they count as such, and variables such as <code>${aws:username}</code> or
 * <code>${aws:PrincipalTag/team, 'none'}</code>. Compiled once; immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
public final class TextPattern {
    /** Whether a text matches; not known when the request lacks the value of a variable. */
    public enum Match {
        YES,
        NO,
        UNKNOWN
    }

    private final String source;
    private final @Nullable Wildcard fixed;
    private final List<PatternPart> parts;

    TextPattern(String source, @Nullable Wildcard fixed, List<PatternPart> parts) {
        this.source = source;
        this.fixed = fixed;
        this.parts = List.copyOf(parts);
    }

    /** Text with wildcards and no variables. */
    public static TextPattern wildcards(String text) {
        return new PatternParser(text, PatternSyntax.WILDCARDS).parse();
    }

    /**
     * Compiles.
     *
     * @throws MalformedPatternException when a variable does not end or has no name
     */
    public static TextPattern of(String text, PatternSyntax syntax) {
        return new PatternParser(text, syntax).parse();
    }

    public Match match(String text, ContextKeys keys) {
        Wildcard resolved = fixed == null ? resolve(keys) : fixed;
        if (resolved == null) {
            return Match.UNKNOWN;
        }
        return resolved.matches(text) ? Match.YES : Match.NO;
    }

    /** Whether a text without anything around it matches; for patterns without variables. */
    public boolean matches(String text) {
        return match(text, key -> null) == Match.YES;
    }

    private @Nullable Wildcard resolve(ContextKeys keys) {
        IntStream.Builder codes = IntStream.builder();
        for (PatternPart part : parts) {
            IntStream more = part.codes(keys);
            if (more == null) {
                return null;
            }
            more.forEach(codes);
        }
        return new Wildcard(codes.build().toArray());
    }

    /** As the policy has it. */
    @Override
    public String toString() {
        return source;
    }
}
