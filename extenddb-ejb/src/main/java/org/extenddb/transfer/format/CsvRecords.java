package org.extenddb.transfer.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.InvalidNumberException;
import org.extenddb.core.model.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * CSV: a row for each item, of which one that is none costs no other. Key attributes have their types, all others are strings; an empty field is no attribute.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html">Import formats</a>
 */
public final class CsvRecords implements RecordReader {
    private final CsvRows rows;
    private final CsvReader.CsvReaderBuilder fields;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final Map<String, ScalarType> types;
    private @Nullable List<String> header;

    /**
     * Rows of an object.
     *
     * @param delimiter of ASCII
     * @param headers names of the columns; null where the first row has them
     * @param types of attributes that are no strings
     */
    public CsvRecords(InputStream in, char delimiter, @Nullable List<String> headers, Map<String, ScalarType> types) {
        this.rows = new CsvRows(in, delimiter);
        this.fields = CsvReader.builder().fieldSeparator(delimiter).detectBomHeader(false);
        this.header = headers;
        this.types = types;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (header == null) {
            byte[] first = rows.next();
            if (first == null) {
                return null;
            }
            header = header(first);
        }
        byte[] row = rows.next();
        return row == null ? null : entry(header, row);
    }

    private Entry entry(List<String> names, byte[] row) {
        if (row == CsvRows.NONE) {
            return new Entry.Invalid("the row is too long, or has a quote that is not closed");
        }
        try {
            return entry(names, fields(row));
        } catch (CharacterCodingException e) {
            return new Entry.Invalid("the row is not UTF-8");
        } catch (CsvParseException e) {
            return new Entry.Invalid("malformed CSV: " + e.getMessage());
        }
    }

    /** @throws CsvParseException when it is no row */
    private List<String> fields(byte[] row) throws CharacterCodingException {
        return fields.ofSingleCsvRecord(utf8.decode(ByteBuffer.wrap(row)).toString())
                .getFields();
    }

    private List<String> header(byte[] row) throws IOException {
        try {
            return header(fields(row));
        } catch (CsvParseException e) {
            throw new IOException("the header is no row of CSV: " + e.getMessage(), e);
        }
    }

    private static List<String> header(List<String> row) throws IOException {
        String first = row.get(0);
        List<String> names = new ArrayList<>(row);
        names.set(0, first.startsWith("\uFEFF") ? first.substring(1) : first);
        if (new HashSet<>(names).size() < names.size() || names.contains("")) {
            throw new IOException("the header names a column twice, or not at all");
        }
        return names;
    }

    private Entry entry(List<String> names, List<String> row) {
        if (row.size() != names.size()) {
            return new Entry.Invalid("the row has " + row.size() + " fields for " + names.size() + " columns");
        }
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String field = row.get(i);
            if (!field.isEmpty()) {
                try {
                    attributes.put(names.get(i), value(names.get(i), field));
                } catch (IllegalArgumentException | InvalidNumberException e) {
                    return new Entry.Invalid("column " + names.get(i) + ": " + e.getMessage());
                }
            }
        }
        return new Entry.Attributes(attributes);
    }

    private AttributeValue value(String name, String field) {
        return switch (types.getOrDefault(name, ScalarType.S)) {
            case S -> new StringValue(field);
            case N -> new NumberValue(DynamoNumber.parse(field));
            case B -> new BinaryValue(ByteString.owning(Base64.getDecoder().decode(field)));
        };
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
