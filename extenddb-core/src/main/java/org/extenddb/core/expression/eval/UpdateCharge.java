package org.extenddb.core.expression.eval;

import org.extenddb.core.expression.ast.Arithmetic;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.ItemSize;

/**
 * What an update expression weighs in bytes: what it writes and a constant for each clause and function. DynamoDB holds the
 * larger of this, with the item's key, and the finished item against the limit of an item's size.
 */
public final class UpdateCharge {
    private static final int BASE = 3;
    private static final int WRITING_CLAUSE = 19;
    private static final int REMOVING_CLAUSE = 1;
    private static final int ADDITION = 34;
    private static final int SUBTRACTION = 37;
    private static final int IF_NOT_EXISTS = 39;
    private static final int LIST_APPEND = 37;
    private static final int PATH = 1;
    private static final int PATH_ELEMENT = 14;

    private UpdateCharge() {}

    public static int of(BoundUpdate update) {
        int charge = BASE;
        for (PathTree<BoundAction> target : update.targets().values()) {
            charge += of(target);
        }
        return charge;
    }

    private static int of(PathTree<BoundAction> node) {
        BoundAction action = node.leaf();
        if (action != null) {
            return elementBytes(node.firstPath()) + of(action);
        }
        int charge = 0;
        for (PathTree<BoundAction> child : node.members().values()) {
            charge += of(child);
        }
        for (PathTree<BoundAction> child : node.elements().values()) {
            charge += of(child);
        }
        return charge;
    }

    private static int of(BoundAction action) {
        if (action instanceof BoundAction.Put put) {
            return WRITING_CLAUSE + of(put.value());
        }
        if (action instanceof BoundAction.Add add) {
            return WRITING_CLAUSE + ItemSize.ofValue(add.value());
        }
        return REMOVING_CLAUSE + (action instanceof BoundAction.Delete delete ? ItemSize.ofValue(delete.members()) : 0);
    }

    private static int of(UpdateValue value) {
        if (value instanceof UpdateValue.Computed computed) {
            int constant = computed.operator() == Arithmetic.Operator.ADD ? ADDITION : SUBTRACTION;
            return constant + of(computed.left()) + of(computed.right());
        }
        if (value instanceof UpdateValue.IfNotExists choice) {
            return IF_NOT_EXISTS + of(choice.path()) + of(choice.fallback());
        }
        if (value instanceof UpdateValue.ListAppend append) {
            return LIST_APPEND + of(append.first()) + of(append.second());
        }
        return of(((UpdateValue.Plain) value).operand());
    }

    private static int of(BoundOperand operand) {
        if (operand instanceof Constant constant) {
            return ItemSize.ofValue(constant.value());
        }
        AttributePath path = (AttributePath) operand;
        return PATH + PATH_ELEMENT * (1 + path.steps().size()) + elementBytes(path);
    }

    private static int elementBytes(AttributePath path) {
        int bytes = ByteString.utf8(path.attributeName()).length();
        for (PathStep step : path.steps()) {
            bytes += step instanceof PathStep.Member member
                    ? ByteString.utf8(member.name()).length()
                    : Integer.toString(((PathStep.Element) step).index()).length();
        }
        return bytes;
    }
}
