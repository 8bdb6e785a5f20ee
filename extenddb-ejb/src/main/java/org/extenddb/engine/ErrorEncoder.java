package org.extenddb.engine;

import java.nio.charset.StandardCharsets;
import org.extenddb.core.error.CancellationReason;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.ThrottlingReason;
import org.extenddb.core.wire.JsonOutput;

/** The body of an error: its type, its text where there is one, the item that failed a condition, a transaction's reasons. */
final class ErrorEncoder {
    /** What anything but JSON by POST gets: DynamoDB leaves its JSON protocol there. */
    static final byte[] NOT_THE_PROTOCOL = "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8);

    private ErrorEncoder() {}

    static byte[] encode(DynamoDbException error) {
        JsonOutput out = new JsonOutput();
        out.beginObject().member("__type").string(error.code().wireType());
        if (!error.cancellationReasons().isEmpty()) {
            out.member("CancellationReasons").beginArray();
            for (CancellationReason reason : error.cancellationReasons()) {
                encode(reason, out);
            }
            out.endArray();
        }
        String message = error.getMessage();
        if (message != null) {
            out.member(error.code().messageMember()).string(message);
        }
        byte[] item = error.item();
        if (item != null) {
            out.member("Item").raw(item);
        }
        if (error.throttlingReason() != null) {
            encode(error.code(), error.throttlingReason(), out);
        }
        return out.endObject().toByteArray();
    }

    /** ThrottlingException has the member in lower case, the other exceptions have not. */
    private static void encode(ErrorCode code, ThrottlingReason reason, JsonOutput out) {
        out.member(code == ErrorCode.THROTTLING ? "throttlingReasons" : "ThrottlingReasons")
                .beginArray();
        out.beginObject().member("reason").string(reason.reason());
        out.member("resource").string(reason.resource()).endObject();
        out.endArray();
    }

    private static void encode(CancellationReason reason, JsonOutput out) {
        out.beginObject().member("Code").string(reason.code());
        if (reason.item() != null) {
            out.member("Item").raw(reason.item());
        }
        if (reason.message() != null) {
            out.member("Message").string(reason.message());
        }
        out.endObject();
    }
}
