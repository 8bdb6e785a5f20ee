package org.extenddb.core.storage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of several stores one. Those of accounts, identities, administrators, settings, backups and the audit log take part;
 * those of items, tables and jobs have transactions of their own, and must not be made inside.
 */
public interface UnitOfWork {
    /**
     * Does work whose changes take effect together when it returns, and not at all when it throws. Inside of other such work, or of a
     * change of one of those stores, it is a part of that.
     *
     * @param work whatever it throws passes through; must not go on after a store has thrown
     * @throws StorageUnavailableException when it is not known whether it took effect
     */
    <T extends @Nullable Object> T together(Supplier<T> work);
}
