package org.extenddb.engine.item;

import java.util.List;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.api.item.ReturnMembers;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.data.Wording;

/**
 * What a write reports.
 *
 * @param oldOnFailure whether a failed condition returns the item that failed it
 */
record WriteOptions(
        ReturnValues returnValues, boolean oldOnFailure, CapacityReport capacity, boolean itemCollectionMetrics) {
    private static final List<String> ON_FAILURE = List.of("ALL_OLD", "NONE");

    static EnumMember[] enums(ReturnMembers members) {
        return new EnumMember[] {
            new EnumMember("returnConsumedCapacity", members.returnConsumedCapacity(), CapacityReport.NAMES),
            new EnumMember(
                    "returnItemCollectionMetrics", members.returnItemCollectionMetrics(), ItemCollectionMetrics.NAMES),
            new EnumMember("returnValues", members.returnValues(), ReturnValues.NAMES),
            new EnumMember(
                    "returnValuesOnConditionCheckFailure", members.returnValuesOnConditionCheckFailure(), ON_FAILURE)
        };
    }

    /** PutItem and UpdateItem report the first bad enum alone. */
    static void checkFirst(Violations violations, ReturnMembers members) {
        violations.firstOf(enums(members));
    }

    static void checkEach(Violations violations, ReturnMembers members) {
        for (EnumMember member : enums(members)) {
            violations.oneOf(member);
        }
    }

    /** Reads members whose enums have been checked. */
    static WriteOptions of(ReturnMembers members) {
        return new WriteOptions(
                ReturnValues.of(members.returnValues()),
                "ALL_OLD".equals(members.returnValuesOnConditionCheckFailure()),
                CapacityReport.of(members.returnConsumedCapacity()),
                "SIZE".equals(members.returnItemCollectionMetrics()));
    }

    /** PutItem and DeleteItem return the old item or nothing. */
    WriteOptions oldOnly() {
        if (returnValues != ReturnValues.NONE && returnValues != ReturnValues.ALL_OLD) {
            throw Wording.ENVELOPE.apply(MessagesItem.RETURN_VALUES_OLD_ONLY);
        }
        return this;
    }

    /** What may come back of the item: by ReturnValues, and with the error of a failed condition. */
    List<String> returns() {
        return oldOnFailure && returnValues != ReturnValues.ALL_OLD
                ? List.of(returnValues.name(), ReturnValues.ALL_OLD.name())
                : List.of(returnValues.name());
    }

    /** Whether the outcome depends on the item as it was, even where the write itself does not. */
    boolean needPrevious() {
        return returnValues.isOld() || capacity != CapacityReport.NONE;
    }
}
