package org.extenddb.storage.jpa.sql;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction of its own, READ COMMITTED: committed when the work returns, rolled back when it throws.
 *
 * <p>A commit that breaks off throws {@link org.extenddb.core.storage.StorageUnavailableException}.
 */
public interface Transactions {
    /** What the work throws passes through. */
    default <T extends @Nullable Object> T withConnection(SqlFunction<T> work) throws SQLException {
        return withConnection(work, any -> true);
    }

    /** The same, but rolled back where {@code keep} says no to what the work returned. */
    <T extends @Nullable Object> T withConnection(SqlFunction<T> work, Predicate<T> keep) throws SQLException;

    /**
     * What the work throws passes through. Changes are flushed before the commit. Inside of other such work it is part of that
     * one's transaction, which must not go on after an error.
     */
    <T extends @Nullable Object> T withEntities(Function<EntityManager, T> work);

    /**
     * Within {@link #withEntities}: what is to hear how its transaction ended, the outermost one. It must throw nothing.
     *
     * @param committed gets false where it was rolled back, or it is not known whether it was
     */
    void onEnd(Consumer<Boolean> committed);
}
