package org.extenddb.transfer.format;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonTextWriterBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.BooleanValue;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;

/**
 * Writes lines of Ion, as exports have them: each is a version marker and a struct.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">Export output</a>
 */
public final class IonLines {
    private static final IonTextWriterBuilder WRITERS =
            IonTextWriterBuilder.minimal().immutable();

    private final IonWriter writer;

    private IonLines(IonWriter writer) {
        this.writer = writer;
    }

    /** A line with its end, of members that are attributes by name. */
    public static String line(Map<String, Map<String, AttributeValue>> members) throws IOException {
        StringBuilder text = new StringBuilder(256).append("$ion_1_0 ");
        try (IonWriter writer = WRITERS.build(text)) {
            IonLines lines = new IonLines(writer);
            writer.stepIn(IonType.STRUCT);
            for (Map.Entry<String, Map<String, AttributeValue>> member : members.entrySet()) {
                writer.setFieldName(member.getKey());
                lines.struct(member.getValue());
            }
            writer.stepOut();
        }
        return text.append('\n').toString();
    }

    private void struct(Map<String, AttributeValue> attributes) throws IOException {
        writer.stepIn(IonType.STRUCT);
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            writer.setFieldName(attribute.getKey());
            value(attribute.getValue());
        }
        writer.stepOut();
    }

    private void value(AttributeValue value) throws IOException {
        switch (value.type()) {
            case S -> writer.writeString(((StringValue) value).value());
            case N -> number(((NumberValue) value).value());
            case B -> writer.writeBlob(((BinaryValue) value).value().sharedArray());
            case BOOL -> writer.writeBool(((BooleanValue) value).value());
            case NULL -> writer.writeNull();
            case M -> struct(((MapValue) value).values());
            case L -> list(((ListValue) value).values());
            default -> set(value);
        }
    }

    private void list(List<AttributeValue> values) throws IOException {
        writer.stepIn(IonType.LIST);
        for (AttributeValue value : values) {
            value(value);
        }
        writer.stepOut();
    }

    private void set(AttributeValue value) throws IOException {
        writer.setTypeAnnotations(
                value instanceof StringSet
                        ? IonValues.STRING_SET
                        : value instanceof NumberSet ? IonValues.NUMBER_SET : IonValues.BINARY_SET);
        writer.stepIn(IonType.LIST);
        if (value instanceof StringSet strings) {
            for (String string : strings.values()) {
                writer.writeString(string);
            }
        } else if (value instanceof NumberSet numbers) {
            for (DynamoNumber number : numbers.values()) {
                number(number);
            }
        } else if (value instanceof BinarySet binaries) {
            for (ByteString binary : binaries.values()) {
                writer.writeBlob(binary.sharedArray());
            }
        }
        writer.stepOut();
    }

    private void number(DynamoNumber number) throws IOException {
        writer.writeDecimal(number.toBigDecimal().stripTrailingZeros());
    }
}
