package org.extenddb.core.api.batch;

import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * One write of a BatchWriteItem, as sent: a put or a delete.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WriteRequest.html">WriteRequest</a>
 */
public record WriteRequest(@Nullable Put put, @Nullable Delete delete) {
    /** A PutRequest. */
    public record Put(@Nullable Decoded<Map<String, AttributeValue>> item) {}

    /** A DeleteRequest. */
    public record Delete(@Nullable Decoded<Map<String, AttributeValue>> key) {}

    /** Reads the object. */
    static WriteRequest decode(JsonInput in) {
        Decoder decoder = new Decoder();
        in.object(decoder::member);
        return new WriteRequest(decoder.put, decoder.delete);
    }

    /** Writes the object. The item or the key is there and valid. */
    void encode(JsonOutput out) {
        out.beginObject();
        if (put != null && put.item != null) {
            out.member("PutRequest").beginObject().member("Item");
            out.attributes(put.item.orElseThrow(DynamoDbException::validation)).endObject();
        }
        if (delete != null && delete.key != null) {
            out.member("DeleteRequest").beginObject().member("Key");
            out.attributes(delete.key.orElseThrow(DynamoDbException::validation))
                    .endObject();
        }
        out.endObject();
    }

    private static final class Decoder {
        private @Nullable Put put;
        private @Nullable Delete delete;
        private @Nullable Decoded<Map<String, AttributeValue>> attributes;

        private void member(String name, JsonInput in) {
            switch (name) {
                case "PutRequest" -> put = read("Item", in) ? new Put(attributes) : null;
                case "DeleteRequest" -> delete = read("Key", in) ? new Delete(attributes) : null;
                default -> in.skip();
            }
        }

        private boolean read(String member, JsonInput in) {
            attributes = null;
            return in.object((name, value) -> {
                if (name.equals(member)) {
                    attributes = value.attributeMap();
                } else {
                    value.skip();
                }
            });
        }
    }
}
