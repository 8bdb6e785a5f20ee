package org.extenddb.worker.transfer;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.extenddb.core.api.transfer.CsvMembers;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.transfer.format.CsvRecords;
import org.extenddb.transfer.format.IonRecords;
import org.extenddb.transfer.format.JsonRecords;
import org.extenddb.transfer.format.RecordReader;
import org.jspecify.annotations.Nullable;

/** An object that is imported, decompressed and parted into records. */
final class InputObject implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final SourceStream source;
    private final CountingStream content;
    private final RecordReader records;

    private InputObject(SourceStream source, CountingStream content, RecordReader records) {
        this.source = source;
        this.content = content;
        this.records = records;
    }

    /**
     * Opens an object.
     *
     * @throws ObjectStoreException when the store does not give it
     * @throws IOException when it is not compressed as it should be
     */
    static InputObject open(ObjectStore store, String key, ImportSpec spec, TableDefinition table) throws IOException {
        SourceStream source = new SourceStream(store.open(spec.bucket(), key, 0));
        try {
            CountingStream content = new CountingStream(decompressed(source, spec.compression()));
            return new InputObject(source, content, records(content, spec, table));
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static InputStream decompressed(SourceStream source, String compression) throws IOException {
        return switch (compression) {
            case "GZIP" -> new GZIPInputStream(source, BUFFER);
            case "ZSTD" -> new ZstdInputStreamNoFinalizer(source);
            default -> source;
        };
    }

    private static RecordReader records(InputStream content, ImportSpec spec, TableDefinition table) {
        return switch (spec.format()) {
            case ImportSpec.CSV -> csv(content, spec.request().csv(), table);
            case "ION" -> new IonRecords(content);
            default -> new JsonRecords(content);
        };
    }

    private static RecordReader csv(InputStream content, @Nullable CsvMembers options, TableDefinition table) {
        Map<String, ScalarType> types = new HashMap<>();
        for (KeyAttribute attribute : table.keyAttributes()) {
            types.put(attribute.name(), attribute.type());
        }
        String delimiter = options == null || options.delimiter() == null ? "," : options.delimiter();
        return new CsvRecords(content, delimiter.charAt(0), options == null ? null : options.headers(), types);
    }

    /**
     * The next record; null at the end.
     *
     * @throws ObjectStoreException when the store broke off
     * @throws IOException when the rest of the object cannot be read
     */
    RecordReader.@Nullable Entry next() throws IOException {
        RecordReader.Entry entry;
        try {
            entry = records.next();
        } catch (IOException e) {
            source.throwFailure();
            throw e;
        }
        if (entry == null) {
            source.throwFailure();
        }
        return entry;
    }

    /** Bytes of content that were read. */
    long bytes() {
        return content.count();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
