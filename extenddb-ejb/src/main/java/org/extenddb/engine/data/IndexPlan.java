package org.extenddb.engine.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.storage.IndexEntries;

/**
 * What requests need to know of an index.
 *
 * @param keyNames the key attributes of the index, then those of the table: the names in an ExclusiveStartKey
 * @param projected every attribute the index holds; empty when it holds all
 */
public record IndexPlan(IndexDefinition definition, Set<String> keyNames, Set<String> projected) {
    static IndexPlan of(IndexDefinition index, Set<String> tableKeyNames) {
        Set<String> keyNames = new LinkedHashSet<>();
        index.keySchema().attributes().stream().map(KeyAttribute::name).forEach(keyNames::add);
        keyNames.addAll(tableKeyNames);
        Set<String> projected = new LinkedHashSet<>();
        if (index.projection().type() != ProjectionType.ALL) {
            projected.addAll(keyNames);
            projected.addAll(index.projection().nonKeyAttributes());
        }
        return new IndexPlan(index, Set.copyOf(keyNames), Set.copyOf(projected));
    }

    public String name() {
        return definition.name();
    }

    public boolean holdsAll() {
        return projected.isEmpty();
    }

    public boolean holdsAll(Collection<String> attributes) {
        return missing(attributes).isEmpty();
    }

    /** Those of {@code attributes} that the index does not hold. */
    public List<String> missing(Collection<String> attributes) {
        return holdsAll()
                ? List.of()
                : attributes.stream().filter(name -> !projected.contains(name)).toList();
    }

    /** Whether an item has an entry: it has every key attribute of the index. */
    public boolean contains(Item item) {
        return IndexEntries.of(definition, item) != null;
    }

    /** The part of an item that the index holds. */
    public Item view(Item item) {
        if (holdsAll()) {
            return item;
        }
        Map<String, AttributeValue> view = new LinkedHashMap<>();
        item.attributes().forEach((name, value) -> {
            if (projected.contains(name)) {
                view.put(name, value);
            }
        });
        return new Item(view);
    }
}
