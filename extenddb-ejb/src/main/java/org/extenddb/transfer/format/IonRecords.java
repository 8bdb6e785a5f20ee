package org.extenddb.transfer.format;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.InvalidNumberException;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Ion as text: a line of {@code $ion_1_0 {Item:{...}}} for each item.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html">Import formats</a>
 */
public final class IonRecords implements RecordReader {
    private static final IonReaderBuilder READERS = IonReaderBuilder.standard().immutable();

    /** How binary Ion begins. */
    private static final byte BINARY = (byte) 0xE0;

    private final LineReader lines;

    public IonRecords(InputStream in) {
        this.lines = new LineReader(in);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        byte[] line = lines.next();
        if (line == null) {
            return null;
        }
        if (line.length > 3 && line[0] == BINARY && line[1] == 1) {
            throw new IOException("binary Ion");
        }
        return line == LineReader.TOO_LONG ? new Entry.Invalid("the line is too long for an item") : parse(line);
    }

    private static Entry parse(byte[] line) throws IOException {
        try (IonReader reader = READERS.build(line)) {
            if (reader.next() != IonType.STRUCT || reader.isNullValue()) {
                return new Entry.Invalid("no struct in the line");
            }
            reader.stepIn();
            Map<String, AttributeValue> item = item(reader);
            reader.stepOut();
            if (reader.next() != null) {
                return new Entry.Invalid("more than one value in the line");
            }
            return item == null ? new Entry.Invalid("no Item in the line") : new Entry.Attributes(item);
        } catch (IonException | IllegalArgumentException | DynamoDbException | InvalidNumberException e) {
            return new Entry.Invalid("malformed Ion: " + e.getMessage());
        }
    }

    private static @Nullable Map<String, AttributeValue> item(IonReader reader) {
        Map<String, AttributeValue> item = null;
        for (IonType type = reader.next(); type != null; type = reader.next()) {
            if ("Item".equals(reader.getFieldName())) {
                if (type != IonType.STRUCT || reader.isNullValue()) {
                    throw new IllegalArgumentException("Item is not a struct");
                }
                item = new LinkedHashMap<>();
                reader.stepIn();
                new IonValues(reader).struct(item, 1);
                reader.stepOut();
            }
        }
        return item;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
