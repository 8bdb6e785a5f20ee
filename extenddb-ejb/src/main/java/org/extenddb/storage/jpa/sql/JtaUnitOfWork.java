package org.extenddb.storage.jpa.sql;

import java.util.function.Supplier;
import org.extenddb.core.storage.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** A unit of work is a transaction. */
public final class JtaUnitOfWork implements UnitOfWork {
    private final Transactions transactions;

    public JtaUnitOfWork(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T extends @Nullable Object> T together(Supplier<T> work) {
        return transactions.withEntities(entities -> work.get());
    }
}
