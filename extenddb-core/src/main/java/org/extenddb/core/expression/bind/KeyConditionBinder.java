package org.extenddb.core.expression.bind;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.expression.ast.And;
import org.extenddb.core.expression.ast.Between;
import org.extenddb.core.expression.ast.Comparator;
import org.extenddb.core.expression.ast.Comparison;
import org.extenddb.core.expression.ast.ConditionNode;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.Function;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.ast.In;
import org.extenddb.core.expression.ast.Not;
import org.extenddb.core.expression.ast.Operand;
import org.extenddb.core.expression.ast.Or;
import org.extenddb.core.expression.ast.ValueReference;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesKeyCondition;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.KeyClause;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/** Binds a key condition: a condition that is nothing but a conjunction of conditions on key attributes. */
public final class KeyConditionBinder {
    private final Substitutions substitutions;
    private final OperandBinder operands;
    private final List<KeyClause> clauses = new ArrayList<>(2);

    public KeyConditionBinder(Substitutions substitutions) {
        this.substitutions = substitutions;
        this.operands = new OperandBinder(ExpressionKind.KEY_CONDITION, substitutions);
    }

    /**
     * Checks {@code node} as any condition is checked, then as a key condition.
     *
     * @return one clause per attribute, in the order in which they were written
     * @throws InvalidExpressionException in DynamoDB's words
     */
    public List<KeyClause> bind(ConditionNode node) {
        new ConditionBinder(ExpressionKind.KEY_CONDITION, substitutions).bind(node);
        collect(node);
        return clauses;
    }

    private void collect(ConditionNode node) {
        if (node instanceof And and) {
            and.conditions().forEach(this::collect);
        } else if (node instanceof Or) {
            throw invalid(MessagesKeyCondition.invalidOperator("OR"));
        } else if (node instanceof Not) {
            throw invalid(MessagesKeyCondition.invalidOperator("NOT"));
        } else if (node instanceof In) {
            throw invalid(MessagesKeyCondition.invalidOperator("IN"));
        } else if (node instanceof Comparison comparison) {
            comparison(comparison);
        } else if (node instanceof Between between) {
            requireNameFirst("BETWEEN", between.operand());
            add(KeyOperator.BETWEEN, List.of(between.operand(), between.lower(), between.upper()));
        } else if (node instanceof FunctionCall call) {
            function(call);
        }
    }

    private void comparison(Comparison node) {
        if (node.comparator() == Comparator.NOT_EQUAL) {
            throw invalid(MessagesKeyCondition.invalidOperator(node.comparator().text()));
        }
        boolean nameLast = !(node.left() instanceof DocumentPath) && node.right() instanceof DocumentPath;
        Comparator comparator = nameLast ? node.comparator().swapped() : node.comparator();
        add(KeyOperator.of(comparator), List.of(node.left(), node.right()));
    }

    private void function(FunctionCall call) {
        if (call.function() != Function.BEGINS_WITH) {
            throw invalid(MessagesKeyCondition.invalidOperator(call.function().text()));
        }
        requireNameFirst(call.function().text(), call.operands().get(0));
        add(KeyOperator.BEGINS_WITH, call.operands());
    }

    private void requireNameFirst(String operator, Operand first) {
        if (!(first instanceof DocumentPath)) {
            throw invalid(MessagesKeyCondition.nameMustComeFirst(operator));
        }
    }

    private void add(KeyOperator operator, List<Operand> given) {
        String name = null;
        List<AttributeValue> values = new ArrayList<>(2);
        for (Operand operand : given) {
            if (operand instanceof DocumentPath path) {
                name = keyName(path, name);
            } else if (operand instanceof ValueReference reference) {
                values.add(operands.value(reference));
            } else {
                throw invalid(MessagesKeyCondition.NESTED_OPERATION);
            }
        }
        if (name == null) {
            throw invalid(MessagesKeyCondition.NO_NAME);
        }
        for (KeyClause clause : clauses) {
            if (clause.attributeName().equals(name)) {
                throw invalid(MessagesKeyCondition.REPEATED_KEY);
            }
        }
        clauses.add(new KeyClause(name, operator, values));
    }

    private String keyName(DocumentPath node, @Nullable String other) {
        if (other != null) {
            throw invalid(MessagesKeyCondition.SEVERAL_NAMES);
        }
        AttributePath path = operands.path(node);
        if (path.isNested()) {
            throw invalid(MessagesKeyCondition.NESTED_ATTRIBUTE);
        }
        return path.attributeName();
    }

    private static InvalidExpressionException invalid(String message) {
        return new InvalidExpressionException(message, ExpressionKind.KEY_CONDITION);
    }
}
