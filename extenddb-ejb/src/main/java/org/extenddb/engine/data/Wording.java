package org.extenddb.engine.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.model.MessagesNumber;

/** How an operation words a refusal of its request: DynamoDB's operations go through different layers. */
public enum Wording implements Function<String, DynamoDbException> {
    /** The text as it is, the older layer's: GetItem, Query, Scan, batches and transactions. */
    BARE {
        @Override
        public DynamoDbException apply(String problem) {
            return DynamoDbException.validation(MessagesNumber.inOlderLayer(problem));
        }
    },
    /** Behind "1 validation error detected: ": PutItem, UpdateItem, DeleteItem. */
    ENVELOPE {
        @Override
        public DynamoDbException apply(String problem) {
            return DynamoDbException.validation(MessagesConstraints.detected(List.of(problem)));
        }
    };

    /** Parses something; what is wrong with an expression is refused in this wording. */
    public <T> T parsing(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (InvalidExpressionException e) {
            throw apply(e.getMessage());
        }
    }
}
