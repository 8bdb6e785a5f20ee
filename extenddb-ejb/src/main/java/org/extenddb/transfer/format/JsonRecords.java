package org.extenddb.transfer.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB JSON: a line of {@code {"Item":{...}}} for each item.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html">Import formats</a>
 */
public final class JsonRecords implements RecordReader {
    private final LineReader lines;

    public JsonRecords(InputStream in) {
        this.lines = new LineReader(in);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        byte[] line = lines.next();
        if (line == null) {
            return null;
        }
        return line == LineReader.TOO_LONG ? new Entry.Invalid("the line is too long for an item") : parse(line);
    }

    private static Entry parse(byte[] line) {
        Item item = new Item();
        try {
            JsonInput.of(line).object(item::member);
        } catch (DynamoDbException e) {
            return new Entry.Invalid(e.getMessage() == null ? "malformed JSON" : e.getMessage());
        }
        Decoded<Map<String, AttributeValue>> attributes = item.attributes;
        if (attributes == null) {
            return new Entry.Invalid("no Item in the line");
        }
        return attributes.value() == null
                ? new Entry.Invalid(String.valueOf(attributes.problem()))
                : new Entry.Attributes(attributes.value());
    }

    private static final class Item {
        private @Nullable Decoded<Map<String, AttributeValue>> attributes;

        void member(String name, JsonInput in) {
            if (name.equals("Item")) {
                attributes = in.attributeMap();
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
