package org.extenddb.core.iam.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.extenddb.core.iam.match.MalformedPatternException;

/** Makes a {@link Condition} of an operator, a key and the policy's values for it. */
public final class ConditionCompiler {
    private static final String FOR_ALL_VALUES = "ForAllValues:";
    private static final String FOR_ANY_VALUE = "ForAnyValue:";
    private static final String IF_EXISTS = "IfExists";
    private static final String NULL = "Null";

    private ConditionCompiler() {}

    /**
     * Compiles.
     *
     * @param name such as {@code ForAllValues:StringLikeIfExists}
     * @param variables whether <code>${...}</code> in values is a variable
     * @throws UnknownOperatorException when there is no such operator
     * @throws MalformedPatternException when a value is none for the operator
     */
    public static Condition compile(String name, String key, List<String> values, boolean variables) {
        SetOperator set = setOf(name);
        String rest = name.substring(name.indexOf(':') + 1);
        String lowerKey = key.toLowerCase(Locale.ROOT);
        if (rest.equals(NULL)) {
            return nullCondition(lowerKey, key, values);
        }
        boolean ifExists = rest.endsWith(IF_EXISTS);
        Operator operator = Operator.named(ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest);
        if (operator == null || set == SetOperator.NONE && name.indexOf(':') >= 0) {
            throw new UnknownOperatorException(name);
        }
        List<ValueTest> tests = new ArrayList<>(values.size());
        for (String value : values) {
            tests.add(operator.compiler().apply(value, variables));
        }
        return new KeyCondition(name, lowerKey, key, set, ifExists, operator.negated(), tests);
    }

    private static SetOperator setOf(String name) {
        if (name.startsWith(FOR_ALL_VALUES)) {
            return SetOperator.FOR_ALL_VALUES;
        }
        return name.startsWith(FOR_ANY_VALUE) ? SetOperator.FOR_ANY_VALUE : SetOperator.NONE;
    }

    private static Condition nullCondition(String key, String written, List<String> values) {
        boolean absent = false;
        boolean present = false;
        for (String value : values) {
            if (value.equalsIgnoreCase("true")) {
                absent = true;
            } else if (value.equalsIgnoreCase("false")) {
                present = true;
            } else {
                throw new MalformedPatternException(value);
            }
        }
        return new NullCondition(key, written, absent, present);
    }
}
