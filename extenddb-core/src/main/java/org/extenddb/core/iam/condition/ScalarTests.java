package org.extenddb.core.iam.condition;

import java.util.Arrays;
import java.util.Base64;
import org.extenddb.core.iam.match.IpRange;
import org.extenddb.core.iam.match.MalformedPatternException;
import org.extenddb.core.iam.match.TextPattern.Match;
import org.jspecify.annotations.Nullable;

/** Bool, BinaryEquals and the operators on addresses. */
final class ScalarTests {
    private ScalarTests() {}

    static ValueTest bool(String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new MalformedPatternException(value);
        }
        return (text, keys) -> match(value.equalsIgnoreCase(text));
    }

    static ValueTest binary(String value) {
        byte[] expected = decode(value);
        if (expected == null) {
            throw new MalformedPatternException(value);
        }
        return (text, keys) -> {
            byte[] actual = decode(text);
            return actual == null ? Match.UNKNOWN : match(Arrays.equals(expected, actual));
        };
    }

    static ValueTest ipAddress(String value) {
        IpRange range = IpRange.of(value);
        return (text, keys) -> {
            Boolean contains = range.contains(text);
            return contains == null ? Match.UNKNOWN : match(contains);
        };
    }

    private static Match match(boolean matches) {
        return matches ? Match.YES : Match.NO;
    }

    private static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
