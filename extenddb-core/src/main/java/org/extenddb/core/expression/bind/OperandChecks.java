package org.extenddb.core.expression.bind;

import java.util.Arrays;
import org.extenddb.core.expression.ast.Function;
import org.extenddb.core.expression.ast.FunctionCall;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.BoundOperand;
import org.extenddb.core.expression.eval.Constant;
import org.extenddb.core.expression.eval.SizeOf;
import org.extenddb.core.expression.eval.Values;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/** DynamoDB's checks of operands whose type is known without an item: constants and sizes. */
final class OperandChecks {
    /** What AWS calls the type of an operand whose type only an item tells. */
    private static final String ANY_TYPE = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";

    private final ExpressionKind kind;

    OperandChecks(ExpressionKind kind) {
        this.kind = kind;
    }

    void count(FunctionCall call) {
        int given = call.operands().size();
        if (given != call.function().operands()) {
            throw kind.invalid(MessagesExpression.operandCount(call.function().text(), given));
        }
    }

    void distinct(String operator, BoundOperand first, BoundOperand second) {
        if (first instanceof AttributePath && first.equals(second)) {
            throw kind.invalid(MessagesExpression.sameOperand(operator, first.toString()));
        }
    }

    /** Numbers, booleans and nulls have no size. */
    void sizes(BoundOperand... operands) {
        for (BoundOperand operand : operands) {
            if (operand instanceof SizeOf size) {
                AttributeType type = knownType(size.operand());
                if (type == AttributeType.N || type == AttributeType.BOOL || type == AttributeType.NULL) {
                    throw kind.invalid(MessagesExpression.operandType(Function.SIZE.text(), type.name()));
                }
            }
        }
    }

    void ordered(String operator, BoundOperand operand) {
        if (operand instanceof Constant constant && !Values.isOrdered(constant.value())) {
            throw kind.invalid(MessagesExpression.operandType(
                    operator, constant.value().type().name()));
        }
    }

    /** Bounds that are both constants must agree in type and order. */
    void bounds(BoundOperand lower, BoundOperand upper) {
        if (lower instanceof Constant low && upper instanceof Constant high) {
            int order = Values.compare(low.value(), high.value());
            if (order == Values.UNORDERED) {
                throw kind.invalid(
                        MessagesExpression.betweenTypes(Values.describe(low.value()), Values.describe(high.value())));
            }
            if (order > 0) {
                throw kind.invalid(MessagesExpression.betweenReversed(
                        Values.describe(low.value()), Values.describe(high.value())));
            }
        }
    }

    AttributePath path(Function function, BoundOperand operand) {
        if (operand instanceof AttributePath path) {
            return path;
        }
        throw kind.invalid(MessagesExpression.pathRequired(function.text()));
    }

    void prefix(BoundOperand operand) {
        AttributeType type = knownType(operand);
        if (type != null && type != AttributeType.S && type != AttributeType.B) {
            throw kind.invalid(MessagesExpression.operandType(Function.BEGINS_WITH.text(), type.name()));
        }
    }

    /** The type that the second operand of attribute_type names. */
    AttributeType typeName(BoundOperand operand) {
        if (operand instanceof Constant constant && constant.value() instanceof AttributeValue.StringValue name) {
            return Arrays.stream(AttributeType.values())
                    .filter(type -> type.name().equals(name.value()))
                    .findFirst()
                    .orElseThrow(() -> kind.invalid(MessagesExpression.unknownTypeName(name.value())));
        }
        AttributeType type = knownType(operand);
        throw kind.invalid(
                MessagesExpression.operandType(Function.ATTRIBUTE_TYPE.text(), type == null ? ANY_TYPE : type.name()));
    }

    private static @Nullable AttributeType knownType(BoundOperand operand) {
        if (operand instanceof Constant constant) {
            return constant.value().type();
        }
        return operand instanceof SizeOf ? AttributeType.N : null;
    }
}
