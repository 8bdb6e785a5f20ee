package org.extenddb.core.storage.memory;

import java.util.function.Supplier;
import org.extenddb.core.storage.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Does the work, and takes nothing back but what the stores take back themselves: that several do so together is for a database to show. */
public final class MemoryUnitOfWork implements UnitOfWork {
    @Override
    public <T extends @Nullable Object> T together(Supplier<T> work) {
        return work.get();
    }
}
