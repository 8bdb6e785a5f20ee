package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.extenddb.core.error.MessagesPolicy;
import org.extenddb.core.iam.match.TextPattern;

/**
 * Action or NotAction. Case does not matter.
 *
 * @param names those without wildcards, in lower case
 * @param patterns those with wildcards, in lower case
 */
record ActionElement(boolean negated, Set<String> names, List<TextPattern> patterns) {
    ActionElement {
        names = Set.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    static ActionElement of(List<String> actions, boolean negated) {
        Set<String> names = new HashSet<>();
        List<TextPattern> patterns = new ArrayList<>();
        for (String action : actions) {
            require(action);
            String lower = action.toLowerCase(Locale.ROOT);
            if (lower.indexOf('*') < 0 && lower.indexOf('?') < 0) {
                names.add(lower);
            } else {
                patterns.add(TextPattern.wildcards(lower));
            }
        }
        return new ActionElement(negated, names, patterns);
    }

    private static void require(String action) {
        if (action.equals("*")) {
            return;
        }
        int colon = action.indexOf(':');
        if (colon < 1 || colon == action.length() - 1) {
            throw new MalformedPolicyException(MessagesPolicy.NO_VENDOR);
        }
        String vendor = action.substring(0, colon);
        if (!vendor.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')) {
            throw new MalformedPolicyException(MessagesPolicy.invalidVendor(vendor));
        }
    }

    /** @param action in lower case */
    boolean matches(String action) {
        return negated != (names.contains(action) || patterns.stream().anyMatch(pattern -> pattern.matches(action)));
    }
}
