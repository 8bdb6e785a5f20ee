package org.extenddb.storage.jpa.account;

import java.util.List;
import java.util.function.Function;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Administrators in PostgreSQL. Changes queue up at their table. */
public final class PostgreSqlAdministratorStore implements AdministratorStore {
    private final Transactions transactions;

    public PostgreSqlAdministratorStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable Administrator find(String name) {
        return transactions.withEntities(entities -> new JpaAdministrators(entities).find(name));
    }

    @Override
    public List<Administrator> list() {
        return transactions.withEntities(entities -> new JpaAdministrators(entities).list());
    }

    @Override
    public <T extends @Nullable Object> T change(Function<Administrators, T> work) {
        return transactions.withEntities(entities -> {
            entities.createNativeQuery("LOCK TABLE ddb_administrator IN SHARE ROW EXCLUSIVE MODE")
                    .executeUpdate();
            return work.apply(new JpaAdministrators(entities));
        });
    }
}
