package org.extenddb.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;

/**
 * Canonical DynamoDB JSON of items, the form in which they are stored and go out on the wire: numbers as DynamoDB returns them,
 * sets sorted, no white space.
 */
public final class ItemJson {
    /** A first guess; the buffer grows where it is wrong. */
    private static final int BYTES_PER_ATTRIBUTE = 48;

    private ItemJson() {}

    public static byte[] write(Item item) {
        return write(item.attributes());
    }

    public static byte[] write(Map<String, AttributeValue> attributes) {
        return new JsonOutput(BYTES_PER_ATTRIBUTE * (attributes.size() + 1))
                .attributes(attributes)
                .toByteArray();
    }

    /** Reads what {@link #write} has written, and nothing else: the input is trusted. */
    public static Item read(byte[] canonicalJson) {
        CanonicalJsonReader in = new CanonicalJsonReader(canonicalJson);
        return new Item(in.attributes());
    }

    /**
     * Reads the top-level attributes {@code wanted} and skips the others without decoding them.
     *
     * @return an item of those of them that the item has, in its order
     */
    public static Item readAttributes(byte[] canonicalJson, Set<String> wanted) {
        CanonicalJsonReader in = new CanonicalJsonReader(canonicalJson);
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        in.attributes(wanted, attributes);
        return new Item(attributes);
    }
}
