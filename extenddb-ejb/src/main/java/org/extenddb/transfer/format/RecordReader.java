package org.extenddb.transfer.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of one object, one after the other. Memory stays within a few megabytes, whatever the input is. A record that is
 * none is told of and passed over. What cannot be read any further throws an {@link IOException}: an {@link
 * org.extenddb.core.object.ObjectStoreException} where the store is to blame, any other where the input is.
 */
public interface RecordReader extends Closeable {
    /** The next one; null at the end. */
    @Nullable
    Entry next() throws IOException;

    /** What was read. */
    sealed interface Entry {
        /** Attributes, which need not be an item of any table. */
        record Attributes(Map<String, AttributeValue> attributes) implements Entry {}

        /** @param reason why it holds no attributes */
        record Invalid(String reason) implements Entry {}
    }
}
