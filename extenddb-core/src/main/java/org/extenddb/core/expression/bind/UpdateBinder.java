package org.extenddb.core.expression.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.extenddb.core.expression.ast.Arithmetic;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.Function;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.ast.Operand;
import org.extenddb.core.expression.ast.SetValue;
import org.extenddb.core.expression.ast.UpdateAction;
import org.extenddb.core.expression.ast.UpdateNode;
import org.extenddb.core.expression.ast.ValueReference;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.error.MessagesUpdate;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.BoundAction;
import org.extenddb.core.expression.eval.BoundUpdate;
import org.extenddb.core.expression.eval.Constant;
import org.extenddb.core.expression.eval.UpdateValue;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Binds an update to names and values. Of several problems DynamoDB reports an undefined name first, then an undefined value,
 * overlapping paths, operands of ADD and DELETE, and last operands of functions. Serves for one update.
 */
public final class UpdateBinder {
    /** Stands for what could not be bound until the problem is raised. */
    private static final AttributeValue UNBOUND = new AttributeValue.NullValue();

    private final OperandBinder operands;
    private final Substitutions substitutions;
    private @Nullable String undefinedValue;
    private @Nullable String clauseProblem;
    private @Nullable String functionProblem;

    public UpdateBinder(Substitutions substitutions) {
        this.operands = new OperandBinder(ExpressionKind.UPDATE, substitutions);
        this.substitutions = substitutions;
    }

    /**
     * Resolves every placeholder and checks every operand.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public BoundUpdate bind(UpdateNode node) {
        List<AttributePath> paths = new ArrayList<>(node.actions().size());
        List<BoundAction> actions = new ArrayList<>(node.actions().size());
        for (UpdateAction action : node.actions()) {
            paths.add(operands.path(action.path()));
            actions.add(action(action));
        }
        raise(undefinedValue);
        PathTreeBuilder<BoundAction> targets = new PathTreeBuilder<>(ExpressionKind.UPDATE);
        for (int i = 0; i < paths.size(); i++) {
            targets.add(paths.get(i), actions.get(i));
        }
        BoundUpdate update = new BoundUpdate(actions, targets.build(), MessagesUpdate.INCORRECT_TYPE);
        raise(clauseProblem);
        raise(functionProblem);
        return update;
    }

    /** Top-level attributes the update names, in order of appearance. */
    public Set<String> attributeNames() {
        return operands.attributeNames();
    }

    private void raise(@Nullable String problem) {
        if (problem != null) {
            throw operands.invalid(problem);
        }
    }

    private BoundAction action(UpdateAction action) {
        if (action instanceof UpdateAction.Set set) {
            return new BoundAction.Put(value(set.value()));
        }
        if (action instanceof UpdateAction.Add add) {
            return new BoundAction.Add(clauseOperand("ADD", add.value()));
        }
        return action instanceof UpdateAction.Delete delete
                ? new BoundAction.Delete(clauseOperand("DELETE", delete.value()))
                : new BoundAction.Remove();
    }

    /** Sets for both clauses, numbers for ADD alone. */
    private AttributeValue clauseOperand(String clause, ValueReference reference) {
        AttributeValue value = constant(reference);
        boolean fits = switch (value.type()) {
            case SS, NS, BS -> true;
            case N -> clause.equals("ADD");
            default -> false;
        };
        if (!fits && clauseProblem == null) {
            clauseProblem = MessagesExpression.clauseOperandType(clause, value.type());
        }
        return value;
    }

    private UpdateValue value(SetValue node) {
        if (node instanceof Arithmetic arithmetic) {
            String operator = arithmetic.operator().text();
            UpdateValue left = operand(arithmetic.left());
            UpdateValue right = operand(arithmetic.right());
            requireType(operator, AttributeType.N, left);
            requireType(operator, AttributeType.N, right);
            return new UpdateValue.Computed(arithmetic.operator(), left, right);
        }
        return operand((Operand) node);
    }

    private UpdateValue operand(Operand node) {
        if (node instanceof DocumentPath path) {
            return new UpdateValue.Plain(operands.path(path));
        }
        if (node instanceof ValueReference reference) {
            return new UpdateValue.Plain(new Constant(constant(reference)));
        }
        return function((FunctionCall) node);
    }

    private UpdateValue function(FunctionCall call) {
        Function function = call.function();
        List<UpdateValue> bound = new ArrayList<>(call.operands().size());
        for (Operand operand : call.operands()) {
            bound.add(operand(operand));
        }
        if (bound.size() != function.operands()) {
            functionProblem(MessagesExpression.operandCount(function.text(), bound.size()));
            return new UpdateValue.Plain(new Constant(UNBOUND));
        }
        UpdateValue first = bound.get(0);
        if (function == Function.LIST_APPEND) {
            requireType(function.text(), AttributeType.L, first);
            requireType(function.text(), AttributeType.L, bound.get(1));
            return new UpdateValue.ListAppend(first, bound.get(1));
        }
        if (first instanceof UpdateValue.Plain plain && plain.operand() instanceof AttributePath path) {
            return new UpdateValue.IfNotExists(path, bound.get(1));
        }
        functionProblem(MessagesExpression.pathRequired(function.text()));
        return bound.get(1);
    }

    private void requireType(String operator, AttributeType wanted, UpdateValue operand) {
        if (operand instanceof UpdateValue.Plain plain
                && plain.operand() instanceof Constant constant
                && constant.value().type() != wanted) {
            functionProblem(MessagesExpression.operandType(
                    operator, constant.value().type().name()));
        }
    }

    private void functionProblem(String problem) {
        if (functionProblem == null) {
            functionProblem = problem;
        }
    }

    private AttributeValue constant(ValueReference reference) {
        AttributeValue value = substitutions.value(reference.placeholder());
        if (value != null) {
            return value;
        }
        if (undefinedValue == null) {
            undefinedValue = MessagesExpression.undefinedValue(reference.placeholder());
        }
        return UNBOUND;
    }
}
