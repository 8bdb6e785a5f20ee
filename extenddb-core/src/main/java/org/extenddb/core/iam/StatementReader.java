package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.error.MessagesPolicy;
import org.extenddb.core.iam.condition.Condition;
import org.extenddb.core.iam.condition.ConditionCompiler;
import org.extenddb.core.iam.condition.UnknownOperatorException;
import org.extenddb.core.iam.match.MalformedPatternException;
import org.jspecify.annotations.Nullable;

/** Reads and compiles one statement. */
final class StatementReader {
    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final Map<?, ?> members;
    private final PolicyUse use;
    private final boolean variables;

    /** @param variables whether the version of the document has them */
    StatementReader(Map<?, ?> members, PolicyUse use, boolean variables) {
        this.members = members;
        this.use = use;
        this.variables = variables;
    }

    /** @param number of the statement within its document, from 1 */
    Statement read(int number) {
        if (!ELEMENTS.containsAll(members.keySet())) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        boolean allow = effect();
        return new Statement(number, sid(), allow, principals(allow), actions(), resources(), conditions());
    }

    private @Nullable String sid() {
        Object sid = members.get("Sid");
        if (sid == null) {
            return null;
        }
        if (!(sid instanceof String text)) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        // Policies of resources may have blanks and more in it.
        if (use == PolicyUse.IDENTITY && !text.chars().allMatch(StatementReader::isAlphanumeric)) {
            throw new MalformedPolicyException(MessagesPolicy.SID_CHARACTERS);
        }
        return text;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private boolean effect() {
        Object effect = members.get("Effect");
        if (effect == null) {
            throw new MalformedPolicyException(MessagesPolicy.missing("Effect"));
        }
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new MalformedPolicyException(
                    effect instanceof String text ? MessagesPolicy.invalidEffect(text) : MessagesPolicy.SYNTAX);
        }
        return effect.equals("Allow");
    }

    private @Nullable PrincipalElement principals(boolean allow) {
        boolean negated = members.containsKey("NotPrincipal");
        requireOne("Principal", "NotPrincipal");
        Object element = members.get(negated ? "NotPrincipal" : "Principal");
        if (use == PolicyUse.IDENTITY) {
            if (element != null) {
                throw new MalformedPolicyException(MessagesPolicy.PRINCIPAL_IN_IDENTITY_POLICY);
            }
            return null;
        }
        if (element == null) {
            throw new MalformedPolicyException(MessagesPolicy.NO_PRINCIPAL);
        }
        if (negated && (allow || use == PolicyUse.TRUST)) {
            throw new MalformedPolicyException(MessagesPolicy.NOT_PRINCIPAL_WITH_ALLOW);
        }
        return PrincipalElement.read(element, negated);
    }

    private ActionElement actions() {
        boolean negated = members.containsKey("NotAction");
        requireOne("Action", "NotAction");
        List<String> texts = texts(members.get(negated ? "NotAction" : "Action"));
        if (texts.isEmpty()) {
            throw new MalformedPolicyException(MessagesPolicy.NO_ACTIONS);
        }
        return ActionElement.of(texts, negated);
    }

    private @Nullable ResourceElement resources() {
        boolean negated = members.containsKey("NotResource");
        requireOne("Resource", "NotResource");
        List<String> texts = texts(members.get(negated ? "NotResource" : "Resource"));
        if (use == PolicyUse.TRUST) {
            if (!texts.isEmpty()) {
                throw new MalformedPolicyException(MessagesPolicy.RESOURCE_IN_TRUST_POLICY);
            }
            return null;
        }
        if (texts.isEmpty()) {
            throw new MalformedPolicyException(MessagesPolicy.NO_RESOURCES);
        }
        return ResourceElement.of(texts, negated, variables);
    }

    private void requireOne(String element, String negated) {
        if (members.containsKey(element) && members.containsKey(negated)) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
    }

    private List<Condition> conditions() {
        Object element = members.get("Condition");
        if (element == null) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<?, ?> operator : map(element).entrySet()) {
            for (Map.Entry<?, ?> key : map(operator.getValue()).entrySet()) {
                conditions.add(condition(
                        String.valueOf(operator.getKey()), String.valueOf(key.getKey()), texts(key.getValue())));
            }
        }
        return conditions;
    }

    private Condition condition(String operator, String key, List<String> values) {
        if (key.indexOf(':') < 1) {
            throw new MalformedPolicyException(MessagesPolicy.NO_VENDOR);
        }
        if (values.isEmpty()) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        try {
            return ConditionCompiler.compile(operator, key, values, variables);
        } catch (UnknownOperatorException e) {
            throw new MalformedPolicyException(MessagesPolicy.invalidOperator(operator));
        } catch (MalformedPatternException e) {
            throw new MalformedPolicyException(MessagesPolicy.invalidConditionValue(String.valueOf(e.getMessage())));
        }
    }

    private static Map<?, ?> map(Object element) {
        if (element instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
    }

    /** One text, or a list of them; empty when there is none. */
    static List<String> texts(@Nullable Object element) {
        if (element == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object text : element instanceof List<?> list ? list : List.of(element)) {
            if (!(text instanceof String string)) {
                throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
            }
            texts.add(string);
        }
        return texts;
    }
}
