package org.extenddb.core.iam.condition;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.extenddb.core.iam.match.MalformedPatternException;
import org.extenddb.core.iam.match.TextPattern.Match;
import org.jspecify.annotations.Nullable;

/** The operators on numbers and times. */
final class OrderedTests {
    private static final int MAX_DIGITS = 64;

    private OrderedTests() {}

    /** @param accepts the sign of comparing the request's value with the policy's */
    static ValueTest number(String value, IntPredicate accepts) {
        return test(value, OrderedTests::parseNumber, accepts);
    }

    /** @param accepts the sign of comparing the request's value with the policy's */
    static ValueTest date(String value, IntPredicate accepts) {
        return test(value, DateText::parse, accepts);
    }

    private static <T extends Comparable<? super T>> ValueTest test(
            String value, Function<String, @Nullable T> parser, IntPredicate accepts) {
        T bound = parser.apply(value);
        if (bound == null) {
            throw new MalformedPatternException(value);
        }
        return (text, keys) -> {
            T actual = parser.apply(text);
            if (actual == null) {
                return Match.UNKNOWN;
            }
            return accepts.test(actual.compareTo(bound)) ? Match.YES : Match.NO;
        };
    }

    /** Digits with a sign and a fraction; no exponents, which would make short texts large numbers. */
    private static @Nullable BigDecimal parseNumber(String text) {
        if (text.isEmpty()
                || text.length() > MAX_DIGITS
                || !text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+')) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
