package org.extenddb.core.expression;

import java.util.List;
import org.extenddb.core.model.AttributeValue;

/**
 * A key condition resolved against the key of a table or an index.
 *
 * @param hash a value for every HASH attribute, in schema order and of the schema's types
 */
public record QueryKey(List<AttributeValue> hash, SortCondition sort) {
    public QueryKey {
        hash = List.copyOf(hash);
    }
}
