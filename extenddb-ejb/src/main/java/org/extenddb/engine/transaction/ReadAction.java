package org.extenddb.engine.transaction;

import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.transaction.GetMembers;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** One Get of TransactGetItems that has passed every check that needs no table. */
record ReadAction(
        String tableName,
        Map<String, AttributeValue> key,
        @Nullable ItemProjection projection) {
    /** Checks and parses a Get whose members satisfy their constraints. */
    static ReadAction of(@Nullable GetMembers get) {
        GetMembers members = Objects.requireNonNull(get);
        ItemProjection projection =
                ItemProjection.of(members.projectionExpression(), null, members.expressionAttributeNames());
        return new ReadAction(
                Objects.requireNonNull(members.tableName()),
                Wording.OLDER.valid(Objects.requireNonNull(members.key())),
                projection);
    }

    /** What goes out of an item: null when there is none, or none of what was asked for. */
    byte @Nullable [] json(@Nullable StoredItem stored) {
        if (stored == null || projection == null) {
            return stored == null ? null : stored.json();
        }
        Item part = projection.apply(ItemJson.read(stored.json()));
        return part.attributes().isEmpty() ? null : ItemJson.write(part);
    }
}
