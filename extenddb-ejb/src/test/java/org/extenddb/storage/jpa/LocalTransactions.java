package org.extenddb.storage.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.extenddb.storage.jpa.sql.SqlFunction;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Transactions without a server. */
record LocalTransactions(DataSource dataSource, EntityManagerFactory factory) implements Transactions {
    private static final ThreadLocal<EntityManager> OPEN = new ThreadLocal<>();
    private static final ThreadLocal<List<Consumer<Boolean>>> WAITING = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public <T extends @Nullable Object> T withConnection(SqlFunction<T> work, Predicate<T> keep) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                T result = work.apply(connection);
                if (keep.test(result)) {
                    connection.commit();
                    committed = true;
                }
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public <T extends @Nullable Object> T withEntities(Function<EntityManager, T> work) {
        EntityManager open = OPEN.get();
        if (open != null) {
            T result = work.apply(open);
            open.flush();
            return result;
        }
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            OPEN.set(entities);
            List<Consumer<Boolean>> waiting = new ArrayList<>();
            WAITING.set(waiting);
            boolean committed = false;
            try {
                T result = work.apply(entities);
                transaction.commit();
                committed = true;
                return result;
            } finally {
                OPEN.remove();
                WAITING.remove();
                if (transaction.isActive()) {
                    transaction.rollback();
                }
                for (Consumer<Boolean> it : waiting) {
                    it.accept(committed);
                }
            }
        }
    }

    @Override
    public void onEnd(Consumer<Boolean> committed) {
        WAITING.get().add(committed);
    }
}
