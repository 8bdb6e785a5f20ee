package org.extenddb.transfer.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
 * CSV: a row for each item. Key attributes have their types, all others are strings; an empty field is no attribute.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html">Import formats</a>
 */
public final class CsvRecords implements RecordReader {
    private static final int MAX_RECORD = 4 << 20;
    private static final int MAX_BUFFER = 8 << 20;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final Map<String, ScalarType> types;
    private @Nullable List<String> header;

    /**
     * Rows of an object.
     *
     * @param headers names of the columns; null where the first row has them
     * @param types of attributes that are no strings
     */
    public CsvRecords(InputStream in, char delimiter, @Nullable List<String> headers, Map<String, ScalarType> types) {
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_BUFFER)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(MAX_RECORD)
                                .maxRecordSize(MAX_RECORD)
                                .build(),
                        new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        this.rows = reader.iterator();
        this.header = headers;
        this.types = types;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        List<String> row = row();
        if (row != null && header == null) {
            header = header(row);
            row = row();
        }
        return row == null || header == null ? null : entry(header, row);
    }

    private @Nullable List<String> row() throws IOException {
        try {
            return rows.hasNext() ? rows.next().getFields() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("malformed CSV: " + e.getMessage(), e);
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
        reader.close();
    }
}
