package org.extenddb.storage.jpa.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions of the server. */
public final class JtaTransactions implements Transactions {
    private final UserTransaction transaction;
    private final TransactionSynchronizationRegistry synchronizations;
    private final DataSource dataSource;
    private final EntityManager entities;

    /**
     * @param dataSource its connections take part in JTA transactions
     * @param entities the container's, bound to the transaction of the calling thread
     */
    public JtaTransactions(
            UserTransaction transaction,
            TransactionSynchronizationRegistry synchronizations,
            DataSource dataSource,
            EntityManager entities) {
        this.transaction = transaction;
        this.synchronizations = synchronizations;
        this.dataSource = dataSource;
        this.entities = entities;
    }

    @Override
    public <T extends @Nullable Object> T withConnection(SqlFunction<T> work, Predicate<T> keep) throws SQLException {
        begin();
        try {
            T result;
            try (Connection connection = dataSource.getConnection()) {
                result = work.apply(connection);
            }
            if (keep.test(result)) {
                commit();
            }
            return result;
        } finally {
            rollbackIfOpen();
        }
    }

    @Override
    public <T extends @Nullable Object> T withEntities(Function<EntityManager, T> work) {
        if (isOpen()) {
            T result = work.apply(entities);
            entities.flush();
            return result;
        }
        begin();
        try {
            T result = work.apply(entities);
            entities.flush();
            commit();
            return result;
        } catch (PersistenceException e) {
            throw SqlStates.isCausedByConnectionFailure(e) ? Database.unavailable(e) : e;
        } finally {
            rollbackIfOpen();
        }
    }

    @Override
    public void onEnd(Consumer<Boolean> committed) {
        synchronizations.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // it is the end that counts
            }

            @Override
            public void afterCompletion(int status) {
                committed.accept(status == Status.STATUS_COMMITTED);
            }
        });
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw Database.unavailable(e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw Database.unavailable(e);
        }
    }

    private void rollbackIfOpen() {
        try {
            if (isOpen()) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw Database.unavailable(e);
        }
    }

    private boolean isOpen() {
        try {
            return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw Database.unavailable(e);
        }
    }
}
