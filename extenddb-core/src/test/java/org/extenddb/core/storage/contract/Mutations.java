package org.extenddb.core.storage.contract;

import java.util.function.Function;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** The mutations that the contract tests use. */
record Mutations(Reads reads, Function<@Nullable StoredItem, Change> change) implements ItemMutation {
    @Override
    public Change apply(@Nullable StoredItem current) {
        return change.apply(current);
    }

    static ItemMutation put(NewItem item) {
        return put(Reads.NOTHING, item);
    }

    static ItemMutation put(Reads reads, NewItem item) {
        return new Mutations(reads, any -> new Change.Write(item));
    }

    static ItemMutation remove(Reads reads) {
        return new Mutations(reads, any -> new Change.Remove());
    }

    static ItemMutation keep(Reads reads) {
        return new Mutations(reads, any -> new Change.Keep());
    }

    static ItemMutation refuse(Reads reads, DynamoDbException error) {
        return new Mutations(reads, any -> new Change.Refuse(error));
    }

    static ItemMutation putIfAbsent(NewItem item, DynamoDbException otherwise) {
        return new Mutations(
                Reads.CURRENT_PROBABLY_ABSENT,
                current -> current == null ? new Change.Write(item) : new Change.Refuse(otherwise));
    }

    /** Adds to the number that the item's text is; an absent item counts as 0. */
    static ItemMutation add(int amount) {
        return new Mutations(Reads.CURRENT, current -> {
            int now = current == null ? 0 : Integer.parseInt(Samples.text(current));
            return new Change.Write(Samples.item(Integer.toString(now + amount)));
        });
    }
}
