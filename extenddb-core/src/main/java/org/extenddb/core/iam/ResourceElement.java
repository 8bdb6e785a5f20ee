package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.error.MessagesPolicy;
import org.extenddb.core.iam.match.ContextKeys;
import org.extenddb.core.iam.match.MalformedPatternException;
import org.extenddb.core.iam.match.PatternSyntax;
import org.extenddb.core.iam.match.TextPattern;
import org.extenddb.core.iam.match.TextPattern.Match;

/** Resource or NotResource. */
record ResourceElement(boolean negated, List<TextPattern> patterns) {
    private static final String ARN = "arn:";
    private static final int COLONS = 5;

    ResourceElement {
        patterns = List.copyOf(patterns);
    }

    /** @param variables whether <code>${...}</code> is a variable */
    static ResourceElement of(List<String> resources, boolean negated, boolean variables) {
        List<TextPattern> patterns = new ArrayList<>();
        for (String resource : resources) {
            if (!resource.equals("*") && !resource.startsWith(ARN)) {
                throw new MalformedPolicyException(MessagesPolicy.notAnArn(resource));
            }
            try {
                patterns.add(TextPattern.of(complete(resource), PatternSyntax.of(true, variables)));
            } catch (MalformedPatternException e) {
                throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
            }
        }
        return new ResourceElement(negated, patterns);
    }

    /** An ARN with fewer than six components stands for one with wildcards in the missing ones. */
    private static String complete(String resource) {
        long missing = resource.equals("*")
                ? 0
                : COLONS - resource.chars().filter(c -> c == ':').count();
        return missing <= 0 ? resource : resource + ":*".repeat((int) missing);
    }

    /**
     * Whether a resource is meant.
     *
     * @param allow the effect of the statement: a NotResource with a variable that has no value allows nothing
     */
    boolean matches(String resource, ContextKeys keys, boolean allow) {
        boolean unknown = false;
        for (TextPattern pattern : patterns) {
            Match match = pattern.match(resource, keys);
            if (match == Match.YES) {
                return !negated;
            }
            unknown |= match == Match.UNKNOWN;
        }
        return negated && !(unknown && allow);
    }
}
