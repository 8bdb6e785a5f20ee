package org.extenddb.storage.jpa.sql;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction of its own, READ COMMITTED: committed when the work returns, rolled back when it throws.
 *
 * <p>A commit that breaks off throws {@link org.extenddb.core.storage.StorageUnavailableException}.
 */
public interface Transactions {
    /** What the work throws passes through. */
    <T extends @Nullable Object> T withConnection(SqlFunction<T> work) throws SQLException;

    /** What the work throws passes through. Changes are flushed before the commit. */
    <T extends @Nullable Object> T withEntities(Function<EntityManager, T> work);
}
