package org.extenddb.core.expression.legacy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.extenddb.core.expression.ast.Comparator;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesLegacy;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.BoundCondition;
import org.extenddb.core.expression.eval.BoundOperand;
import org.extenddb.core.expression.eval.Constant;
import org.extenddb.core.expression.eval.Values;
import org.extenddb.core.model.AttributeType;
import org.extenddb.core.model.AttributeValue;

/**
 * The values of ComparisonOperator, in the order in which AWS lists them.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html">Condition</a>
 */
public enum LegacyOperator {
    IN(1, 100, EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B)),
    NULL(0, 0, EnumSet.allOf(AttributeType.class)),
    BETWEEN(2, 2, EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B)),
    LT(1, 1, EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B)),
    NOT_CONTAINS(
            1,
            1,
            EnumSet.complementOf(EnumSet.of(
                    AttributeType.SS, AttributeType.NS, AttributeType.BS, AttributeType.L, AttributeType.M))),
    EQ(1, 1, EnumSet.allOf(AttributeType.class)),
    GT(1, 1, EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B)),
    NOT_NULL(0, 0, EnumSet.allOf(AttributeType.class)),
    NE(1, 1, EnumSet.allOf(AttributeType.class)),
    LE(1, 1, EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B)),
    BEGINS_WITH(1, 1, EnumSet.of(AttributeType.S, AttributeType.B)),
    GE(1, 1, EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B)),
    CONTAINS(
            1,
            1,
            EnumSet.complementOf(EnumSet.of(
                    AttributeType.SS, AttributeType.NS, AttributeType.BS, AttributeType.L, AttributeType.M)));

    private final int leastOperands;
    private final int mostOperands;
    private final Set<AttributeType> operandTypes;

    LegacyOperator(int leastOperands, int mostOperands, Set<AttributeType> operandTypes) {
        this.leastOperands = leastOperands;
        this.mostOperands = mostOperands;
        this.operandTypes = operandTypes;
    }

    /**
     * Checks operands in DynamoDB's order: number, one type, a type the operator knows, bounds the right way round.
     *
     * @throws InvalidExpressionException in DynamoDB's words
     */
    void check(List<AttributeValue> operands) {
        if (operands.size() < leastOperands || operands.size() > mostOperands) {
            throw invalid(MessagesLegacy.operandCount(name()));
        }
        for (AttributeValue operand : operands) {
            if (operand.type() != operands.get(0).type()) {
                throw invalid(MessagesLegacy.MIXED_TYPES);
            }
            if (!operandTypes.contains(operand.type())) {
                throw invalid(MessagesLegacy.operandType(name(), operand.type()));
            }
        }
        if (this == BETWEEN && Values.compare(operands.get(0), operands.get(1)) > 0) {
            throw invalid(MessagesLegacy.REVERSED_BETWEEN);
        }
    }

    /** The condition of an attribute and checked operands. */
    BoundCondition condition(String attributeName, List<AttributeValue> operands) {
        AttributePath path = new AttributePath(attributeName, List.of());
        List<BoundOperand> constants =
                operands.stream().<BoundOperand>map(Constant::new).toList();
        return switch (this) {
            case NULL -> new BoundCondition.Negated(new BoundCondition.Exists(path));
            case NOT_NULL -> new BoundCondition.Exists(path);
            case IN -> new BoundCondition.OneOf(path, constants);
            case BETWEEN -> new BoundCondition.Within(path, constants.get(0), constants.get(1));
            case CONTAINS -> new BoundCondition.Contains(path, constants.get(0));
            case NOT_CONTAINS ->
                new BoundCondition.All(List.of(
                        new BoundCondition.Exists(path),
                        new BoundCondition.Negated(new BoundCondition.Contains(path, constants.get(0)))));
            case BEGINS_WITH -> new BoundCondition.BeginsWith(path, constants.get(0));
            case EQ -> new BoundCondition.Compared(Comparator.EQUAL, path, constants.get(0));
            case NE -> new BoundCondition.Compared(Comparator.NOT_EQUAL, path, constants.get(0));
            case LT -> new BoundCondition.Compared(Comparator.LESS, path, constants.get(0));
            case LE -> new BoundCondition.Compared(Comparator.LESS_OR_EQUAL, path, constants.get(0));
            case GT -> new BoundCondition.Compared(Comparator.GREATER, path, constants.get(0));
            case GE -> new BoundCondition.Compared(Comparator.GREATER_OR_EQUAL, path, constants.get(0));
        };
    }

    private static InvalidExpressionException invalid(String message) {
        return new InvalidExpressionException(message, null);
    }
}
