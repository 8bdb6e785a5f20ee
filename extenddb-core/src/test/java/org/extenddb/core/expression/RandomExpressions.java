package org.extenddb.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.extenddb.core.expression.ast.And;
import org.extenddb.core.expression.ast.Arithmetic;
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
import org.extenddb.core.expression.ast.PathElement;
import org.extenddb.core.expression.ast.SetValue;
import org.extenddb.core.expression.ast.UpdateAction;
import org.extenddb.core.expression.ast.ValueReference;

/** Random syntax trees that the grammar can write. */
final class RandomExpressions {
    private static final Function[] CONDITIONS = {
        Function.ATTRIBUTE_EXISTS,
        Function.ATTRIBUTE_NOT_EXISTS,
        Function.ATTRIBUTE_TYPE,
        Function.BEGINS_WITH,
        Function.CONTAINS
    };

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    ConditionNode condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> new Between(operand(1), operand(1), operand(1));
            case 1 -> new In(operand(1), some(3, () -> operand(1)));
            case 2 -> new FunctionCall(CONDITIONS[random.nextInt(CONDITIONS.length)], some(2, () -> operand(1)));
            case 4 -> new Not(condition(depth - 1));
            case 5 -> new And(atLeastTwo(() -> condition(depth - 1)));
            case 6 -> new Or(atLeastTwo(() -> condition(depth - 1)));
            default ->
                new Comparison(Comparator.values()[random.nextInt(Comparator.values().length)], operand(1), operand(1));
        };
    }

    List<UpdateAction> update() {
        List<UpdateAction> actions = new ArrayList<>();
        actions.addAll(some(3, () -> new UpdateAction.Set(path(), setValue())));
        actions.addAll(some(3, () -> new UpdateAction.Remove(path())));
        actions.addAll(some(3, () -> new UpdateAction.Add(path(), value())));
        actions.addAll(some(3, () -> new UpdateAction.Delete(path(), value())));
        return actions;
    }

    DocumentPath path() {
        PathElement head = name();
        List<PathElement> steps =
                Stream.generate(this::step).limit(random.nextInt(4)).toList();
        return new DocumentPath(Stream.concat(Stream.of(head), steps.stream()).toList());
    }

    /** Text made of the pieces expressions are made of, in no order. */
    String soup() {
        String[] pieces = {
            "a",
            "b1",
            "#n",
            ":v",
            "and",
            "OR",
            "NOT",
            "between",
            "IN",
            "(",
            ")",
            "[",
            "]",
            ".",
            ",",
            "=",
            "<>",
            "<=",
            "+",
            "-",
            "size",
            "contains",
            "SET",
            "REMOVE",
            "add",
            "DELETE",
            "list_append",
            "0",
            "99999999999",
            " ",
            "_",
            "\"",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "\n",
            "name"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private SetValue setValue() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Arithmetic(
                        random.nextBoolean() ? Arithmetic.Operator.ADD : Arithmetic.Operator.SUBTRACT,
                        updateOperand(1),
                        updateOperand(1));
            case 1 -> new FunctionCall(Function.LIST_APPEND, some(2, () -> updateOperand(1)));
            default -> updateOperand(2);
        };
    }

    private Operand updateOperand(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new FunctionCall(Function.IF_NOT_EXISTS, some(2, () -> updateOperand(depth - 1)));
        }
        return random.nextBoolean() ? path() : value();
    }

    private Operand operand(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return new FunctionCall(Function.SIZE, List.of(operand(depth - 1)));
        }
        return random.nextBoolean() ? path() : value();
    }

    private ValueReference value() {
        return new ValueReference(":v" + random.nextInt(5));
    }

    private PathElement step() {
        return random.nextBoolean() ? new PathElement.Index(random.nextInt(20)) : name();
    }

    private PathElement name() {
        return new PathElement.Name((random.nextBoolean() ? "#" : "x") + (char) ('p' + random.nextInt(5)) + "_1");
    }

    private <T> List<T> some(int most, Supplier<? extends T> supplier) {
        return Stream.<T>generate(supplier).limit(1 + random.nextInt(most)).toList();
    }

    private <T> List<T> atLeastTwo(Supplier<T> supplier) {
        return Stream.generate(supplier).limit(2 + random.nextInt(2)).toList();
    }
}
