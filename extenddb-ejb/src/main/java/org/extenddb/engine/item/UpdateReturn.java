package org.extenddb.engine.item;

import org.extenddb.core.model.Item;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/** Chooses the attributes that UpdateItem returns. */
final class UpdateReturn {
    private UpdateReturn() {}

    /** The attributes as wire JSON; null when there are none to return. */
    static byte @Nullable [] json(ReturnValues wanted, MutationResult result, UpdateMutation mutation) {
        StoredItem previous = result.previous();
        return switch (wanted) {
            case NONE -> null;
            case ALL_OLD -> previous == null ? null : previous.json();
            case ALL_NEW -> newJson(result);
            case UPDATED_OLD ->
                previous == null ? null : unlessEmpty(mutation.result(previous).updatedOld());
            case UPDATED_NEW -> unlessEmpty(mutation.result(previous).updatedNew());
        };
    }

    private static byte @Nullable [] newJson(MutationResult result) {
        if (result.change() instanceof Change.Write write) {
            return write.item().json();
        }
        return result.previous() == null ? null : result.previous().json();
    }

    private static byte @Nullable [] unlessEmpty(Item item) {
        return item.attributes().isEmpty() ? null : ItemJson.write(item);
    }
}
