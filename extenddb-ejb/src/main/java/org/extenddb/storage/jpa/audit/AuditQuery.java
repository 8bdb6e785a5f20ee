package org.extenddb.storage.jpa.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.storage.jpa.entity.AuditEntity;
import org.jspecify.annotations.Nullable;

/** What a filter asks for, as a query: only what is asked for stands in it. */
final class AuditQuery {
    private final StringBuilder text = new StringBuilder("SELECT a FROM AuditEntity a WHERE a.sequence < :before");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private AuditQuery(long before) {
        values.put("before", before);
    }

    static List<AuditEntity> newestFirst(EntityManager entities, AuditFilter filter, long before, int limit) {
        AuditQuery query = new AuditQuery(before)
                .and("a.accountId = :account", "account", filter.account())
                .and("a.actor = :actor", "actor", filter.actor())
                .and("locate(:action, a.action) = 1", "action", filter.action())
                .and(
                        "a.outcome = :outcome",
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name())
                .and("a.at >= :from", "from", filter.from())
                .and("a.at < :until", "until", filter.until());
        TypedQuery<AuditEntity> typed =
                entities.createQuery(query.text + " ORDER BY a.sequence DESC", AuditEntity.class);
        query.values.forEach(typed::setParameter);
        return typed.setMaxResults(limit).getResultList();
    }

    private AuditQuery and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            values.put(name, value);
        }
        return this;
    }
}
