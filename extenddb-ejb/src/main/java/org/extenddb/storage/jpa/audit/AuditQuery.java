package org.extenddb.storage.jpa.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.storage.jpa.entity.AuditEntity;

/** What a filter asks for, as a query: only what is asked for stands in it, so that it finds its index. */
final class AuditQuery {
    private AuditQuery() {}

    static List<AuditEntity> newestFirst(EntityManager entities, AuditFilter filter, long before, int limit) {
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<AuditEntity> query = build.createQuery(AuditEntity.class);
        Root<AuditEntity> row = query.from(AuditEntity.class);
        List<Predicate> all = new ArrayList<>();
        all.add(build.lt(row.get("sequence"), before));
        if (filter.account() != null) {
            all.add(build.equal(row.get("accountId"), filter.account()));
        }
        if (filter.actor() != null) {
            Expression<String> end = build.function(
                    "right",
                    String.class,
                    row.get("actor"),
                    build.literal(
                            filter.actor().codePointCount(0, filter.actor().length()) + 1));
            all.add(build.or(build.equal(row.get("actor"), filter.actor()), build.equal(end, "/" + filter.actor())));
        }
        if (filter.action() != null) {
            all.add(build.equal(build.locate(row.get("action"), filter.action()), 1));
        }
        if (filter.outcome() != null) {
            all.add(build.equal(row.get("outcome"), filter.outcome().name()));
        }
        if (filter.from() != null) {
            all.add(build.greaterThanOrEqualTo(row.get("at"), filter.from()));
        }
        if (filter.until() != null) {
            all.add(build.lessThan(row.get("at"), filter.until()));
        }
        query.where(all.toArray(Predicate[]::new)).orderBy(build.desc(row.get("sequence")));
        return entities.createQuery(query).setMaxResults(limit).getResultList();
    }
}
