package org.extenddb.core.expression;

import java.util.List;
import java.util.stream.Collectors;
import org.extenddb.core.expression.ast.And;
import org.extenddb.core.expression.ast.Arithmetic;
import org.extenddb.core.expression.ast.Between;
import org.extenddb.core.expression.ast.Comparison;
import org.extenddb.core.expression.ast.ConditionNode;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.ExpressionNode;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.ast.In;
import org.extenddb.core.expression.ast.Not;
import org.extenddb.core.expression.ast.Or;
import org.extenddb.core.expression.ast.PathElement;
import org.extenddb.core.expression.ast.SetValue;
import org.extenddb.core.expression.ast.UpdateAction;
import org.extenddb.core.expression.ast.ValueReference;

/** Writes syntax trees as text, with parentheses only where the tree needs them. */
final class ExpressionPrinter {
    private ExpressionPrinter() {}

    static String print(ExpressionNode node) {
        if (node instanceof And and) {
            return and.conditions().stream()
                    .map(part -> nested(part, part instanceof And || part instanceof Or))
                    .collect(Collectors.joining(" AND "));
        }
        if (node instanceof Or or) {
            return or.conditions().stream()
                    .map(part -> nested(part, part instanceof Or))
                    .collect(Collectors.joining(" or "));
        }
        if (node instanceof Not not) {
            ConditionNode part = not.condition();
            return "NOT " + nested(part, part instanceof And || part instanceof Or);
        }
        if (node instanceof Comparison comparison) {
            return print(comparison.left()) + comparison.comparator().text() + print(comparison.right());
        }
        if (node instanceof Between between) {
            return print(between.operand()) + " BETWEEN " + print(between.lower()) + " AND " + print(between.upper());
        }
        if (node instanceof In in) {
            return print(in.operand()) + " IN " + list(in.candidates());
        }
        if (node instanceof FunctionCall call) {
            return call.function().text() + list(call.operands());
        }
        return node instanceof DocumentPath path ? path(path) : ((ValueReference) node).placeholder();
    }

    static String print(List<UpdateAction> actions) {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (UpdateAction action : actions) {
            String next = action.getClass().getSimpleName();
            text.append(next.equals(section) ? ", " : " " + next + " ");
            section = next;
            text.append(path(action.path()));
            if (action instanceof UpdateAction.Set set) {
                text.append(" = ").append(value(set.value()));
            } else if (action instanceof UpdateAction.Add add) {
                text.append(' ').append(add.value().placeholder());
            } else if (action instanceof UpdateAction.Delete delete) {
                text.append(' ').append(delete.value().placeholder());
            }
        }
        return text.toString();
    }

    static String path(DocumentPath path) {
        StringBuilder text = new StringBuilder();
        for (PathElement element : path.elements()) {
            if (element instanceof PathElement.Index index) {
                text.append('[').append(index.value()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(((PathElement.Name) element).text());
            }
        }
        return text.toString();
    }

    private static String value(SetValue value) {
        return value instanceof Arithmetic arithmetic
                ? print(arithmetic.left()) + " " + arithmetic.operator().text() + " " + print(arithmetic.right())
                : print((ExpressionNode) value);
    }

    private static String nested(ExpressionNode node, boolean parentheses) {
        return parentheses ? "(" + print(node) + ")" : print(node);
    }

    private static String list(List<? extends ExpressionNode> nodes) {
        return nodes.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", "(", ")"));
    }
}
