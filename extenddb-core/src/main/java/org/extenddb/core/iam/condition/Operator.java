package org.extenddb.core.iam.condition;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The condition operators but Null.
 *
 * @param negated whether it holds when no value matches, a missing key included
 * @param compiler of one value; the flag says whether variables count as such
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>
 */
record Operator(boolean negated, BiFunction<String, Boolean, ValueTest> compiler) {
    private static final Map<String, Operator> BY_NAME = Map.ofEntries(
            entry("StringEquals", is(TextTests::equal)),
            entry("StringNotEquals", isNot(TextTests::equal)),
            entry("StringEqualsIgnoreCase", is(TextTests::equalIgnoringCase)),
            entry("StringNotEqualsIgnoreCase", isNot(TextTests::equalIgnoringCase)),
            entry("StringLike", is(TextTests::like)),
            entry("StringNotLike", isNot(TextTests::like)),
            entry("ArnEquals", is(TextTests::arn)),
            entry("ArnLike", is(TextTests::arn)),
            entry("ArnNotEquals", isNot(TextTests::arn)),
            entry("ArnNotLike", isNot(TextTests::arn)),
            entry("NumericEquals", number(false, sign -> sign == 0)),
            entry("NumericNotEquals", number(true, sign -> sign == 0)),
            entry("NumericLessThan", number(false, sign -> sign < 0)),
            entry("NumericLessThanEquals", number(false, sign -> sign <= 0)),
            entry("NumericGreaterThan", number(false, sign -> sign > 0)),
            entry("NumericGreaterThanEquals", number(false, sign -> sign >= 0)),
            entry("DateEquals", date(false, sign -> sign == 0)),
            entry("DateNotEquals", date(true, sign -> sign == 0)),
            entry("DateLessThan", date(false, sign -> sign < 0)),
            entry("DateLessThanEquals", date(false, sign -> sign <= 0)),
            entry("DateGreaterThan", date(false, sign -> sign > 0)),
            entry("DateGreaterThanEquals", date(false, sign -> sign >= 0)),
            entry("Bool", is((value, variables) -> ScalarTests.bool(value))),
            entry("BinaryEquals", is((value, variables) -> ScalarTests.binary(value))),
            entry("IpAddress", is((value, variables) -> ScalarTests.ipAddress(value))),
            entry("NotIpAddress", isNot((value, variables) -> ScalarTests.ipAddress(value))));

    /** Null when there is no such operator. */
    static @Nullable Operator named(String name) {
        return BY_NAME.get(name);
    }

    private static Operator is(BiFunction<String, Boolean, ValueTest> compiler) {
        return new Operator(false, compiler);
    }

    private static Operator isNot(BiFunction<String, Boolean, ValueTest> compiler) {
        return new Operator(true, compiler);
    }

    private static Operator number(boolean negated, IntPredicate accepts) {
        return new Operator(negated, (value, variables) -> OrderedTests.number(value, accepts));
    }

    private static Operator date(boolean negated, IntPredicate accepts) {
        return new Operator(negated, (value, variables) -> OrderedTests.date(value, accepts));
    }
}
