package org.extenddb.core.error;

import java.util.List;
import java.util.stream.Collectors;

/** The texts of TransactWriteItems and TransactGetItems. */
public final class MessagesTransaction {
    public static final String NO_ACTION =
            "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request";
    public static final String SEVERAL_ACTIONS = "TransactItems can only contain one of Check, Put, Update or Delete";
    public static final String ITEM_TWICE = "Transaction request cannot include multiple operations on one item";
    public static final String CONFLICT = "Transaction is ongoing for the item";
    public static final String TOKEN_MISMATCH =
            "DynamoDB rejected the request because you retried a request with a different payload but with an idempotent"
                    + " token that was already used.";
    public static final String IN_PROGRESS = "Transaction from previous request is still in progress";

    private MessagesTransaction() {}

    public static String cancelled(List<CancellationReason> reasons) {
        return reasons.stream()
                .map(CancellationReason::code)
                .collect(Collectors.joining(
                        ", ", "Transaction cancelled, please refer cancellation reasons for specific reasons [", "]"));
    }

    public static String otherAccount(String operation) {
        return "A table in the " + operation + " request is in a different account or region";
    }

    public static String tooLarge(long bytes) {
        return "Transaction payload size cannot exceed 4MB. Payload Size: " + bytes;
    }
}
