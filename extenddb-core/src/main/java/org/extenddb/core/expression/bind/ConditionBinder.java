package org.extenddb.core.expression.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.extenddb.core.expression.ast.And;
import org.extenddb.core.expression.ast.Between;
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
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.eval.BoundCondition;
import org.extenddb.core.expression.eval.BoundOperand;
import org.extenddb.core.expression.eval.Constant;
import org.extenddb.core.expression.eval.SizeOf;

/**
 * Binds a condition to names and values. Each elementary condition is checked in DynamoDB's order: placeholders, number of
 * operands, distinct operands, operand types.
 */
public final class ConditionBinder {
    private final OperandBinder operands;
    private final OperandChecks checks;

    public ConditionBinder(ExpressionKind kind, Substitutions substitutions) {
        this.operands = new OperandBinder(kind, substitutions);
        this.checks = new OperandChecks(kind);
    }

    /**
     * Resolves every placeholder and checks every operand.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public BoundCondition bind(ConditionNode node) {
        if (node instanceof And and) {
            return new BoundCondition.All(bindAll(and.conditions()));
        }
        if (node instanceof Or or) {
            return new BoundCondition.Any(bindAll(or.conditions()));
        }
        if (node instanceof Not not) {
            return new BoundCondition.Negated(bind(not.condition()));
        }
        if (node instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (node instanceof Between between) {
            return between(between);
        }
        return node instanceof In in ? in(in) : function((FunctionCall) node);
    }

    /** Top-level attributes the condition names, in order of appearance. */
    public Set<String> attributeNames() {
        return operands.attributeNames();
    }

    /** Those of them that a path goes into. */
    public Set<String> nestedAttributeNames() {
        return operands.nestedAttributeNames();
    }

    private List<BoundCondition> bindAll(List<ConditionNode> nodes) {
        List<BoundCondition> bound = new ArrayList<>(nodes.size());
        for (ConditionNode node : nodes) {
            bound.add(bind(node));
        }
        return bound;
    }

    private BoundCondition comparison(Comparison node) {
        BoundOperand left = operand(node.left());
        BoundOperand right = operand(node.right());
        String operator = node.comparator().text();
        checks.sizes(left, right);
        checks.distinct(operator, left, right);
        if (node.comparator().isOrdering()) {
            checks.ordered(operator, left);
            checks.ordered(operator, right);
        }
        return new BoundCondition.Compared(node.comparator(), left, right);
    }

    private BoundCondition between(Between node) {
        BoundOperand operand = operand(node.operand());
        BoundOperand lower = operand(node.lower());
        BoundOperand upper = operand(node.upper());
        checks.sizes(operand, lower, upper);
        checks.distinct("BETWEEN", operand, lower);
        checks.distinct("BETWEEN", operand, upper);
        checks.ordered("BETWEEN", operand);
        checks.ordered("BETWEEN", lower);
        checks.ordered("BETWEEN", upper);
        checks.bounds(lower, upper);
        return new BoundCondition.Within(operand, lower, upper);
    }

    private BoundCondition in(In node) {
        BoundOperand operand = operand(node.operand());
        checks.sizes(operand);
        List<BoundOperand> candidates = new ArrayList<>(node.candidates().size());
        for (Operand candidate : node.candidates()) {
            BoundOperand bound = operand(candidate);
            checks.sizes(bound);
            checks.distinct("IN", operand, bound);
            candidates.add(bound);
        }
        return new BoundCondition.OneOf(operand, candidates);
    }

    private BoundCondition function(FunctionCall call) {
        Function function = call.function();
        List<BoundOperand> bound = new ArrayList<>(call.operands().size());
        for (Operand operand : call.operands()) {
            bound.add(operand(operand));
        }
        checks.count(call);
        BoundOperand first = bound.get(0);
        if (bound.size() > 1) {
            checks.distinct(function.text(), first, bound.get(1));
        }
        checks.sizes(bound.toArray(BoundOperand[]::new));
        return switch (function) {
            case ATTRIBUTE_EXISTS -> new BoundCondition.Exists(checks.path(function, first));
            case ATTRIBUTE_NOT_EXISTS ->
                new BoundCondition.Negated(new BoundCondition.Exists(checks.path(function, first)));
            case ATTRIBUTE_TYPE -> new BoundCondition.HasType(first, checks.typeName(bound.get(1)));
            case BEGINS_WITH -> {
                checks.prefix(first);
                checks.prefix(bound.get(1));
                yield new BoundCondition.BeginsWith(first, bound.get(1));
            }
            case CONTAINS -> new BoundCondition.Contains(first, bound.get(1));
            default -> throw operands.invalid(MessagesExpression.misusedFunction(function.text()));
        };
    }

    private BoundOperand operand(Operand node) {
        if (node instanceof DocumentPath path) {
            return operands.path(path);
        }
        if (node instanceof ValueReference reference) {
            return new Constant(operands.value(reference));
        }
        FunctionCall size = (FunctionCall) node;
        BoundOperand first = operand(size.operands().get(0));
        for (Operand surplus : size.operands().subList(1, size.operands().size())) {
            operand(surplus);
        }
        checks.count(size);
        return new SizeOf(first);
    }
}
