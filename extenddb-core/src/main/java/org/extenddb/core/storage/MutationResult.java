package org.extenddb.core.storage;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a mutation.
 *
 * @param previous the item before the change; null when it was absent, and always null when the mutation reads NOTHING
 * @param change what {@link ItemMutation#apply} answered last; for {@link Change.Refuse} nothing was written
 */
public record MutationResult(@Nullable StoredItem previous, Change change) {}
