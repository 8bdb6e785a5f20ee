package org.extenddb.engine.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.model.MessagesNumber;
import org.extenddb.core.wire.Decoded;

/** How an operation words a refusal of its request: DynamoDB's operations go through different layers. */
public enum Wording implements Function<String, DynamoDbException> {
    /** The text as it is: GetItem, BatchGetItem, Query. */
    BARE {
        @Override
        public DynamoDbException apply(String problem) {
            return DynamoDbException.validation(problem);
        }
    },
    /** The text as the older layer has it: Scan, BatchWriteItem, transactions. */
    OLDER {
        @Override
        public DynamoDbException apply(String problem) {
            return DynamoDbException.validation(MessagesNumber.inOlderLayer(problem));
        }

        @Override
        public <T> T valid(Decoded<T> decoded) {
            return decoded.inOlderLayer().orElseThrow(this);
        }
    },
    /** Behind "1 validation error detected: ": PutItem, UpdateItem, DeleteItem. */
    ENVELOPE {
        @Override
        public DynamoDbException apply(String problem) {
            return DynamoDbException.validation(MessagesConstraints.detected(List.of(problem)));
        }
    };

    /** The value of a member, or its problem in this wording. */
    public <T> T valid(Decoded<T> decoded) {
        return decoded.orElseThrow(this);
    }

    /** Parses something; what is wrong with an expression is refused in this wording. */
    public <T> T parsing(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (InvalidExpressionException e) {
            throw apply(e.getMessage());
        }
    }
}
