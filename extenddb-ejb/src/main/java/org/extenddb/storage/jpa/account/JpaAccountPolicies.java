package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.extenddb.core.storage.AccountPolicies;
import org.extenddb.storage.jpa.entity.PolicyEntity;
import org.jspecify.annotations.Nullable;

/** The managed policies of an account in one transaction. Every query names the account. */
abstract class JpaAccountPolicies extends JpaAccountCredentials implements AccountPolicies {
    private boolean manyChanged;

    JpaAccountPolicies(EntityManager entities, AccountId account) {
        super(entities, account);
    }

    /** Whether more was changed than one user or role. */
    boolean isManyChanged() {
        return manyChanged;
    }

    final void changedMany() {
        manyChanged = true;
    }

    @Override
    public @Nullable ManagedPolicy findPolicy(String name) {
        return policies("SELECT p FROM PolicyEntity p WHERE p.accountId = :account AND lower(p.name) = :name")
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(IdentityMapping::policy)
                .orElse(null);
    }

    @Override
    public List<ManagedPolicy> policies(Collection<String> arns) {
        if (arns.isEmpty()) {
            return List.of();
        }
        return policies("SELECT p FROM PolicyEntity p WHERE p.accountId = :account"
                        + " AND concat('arn:aws:iam::', p.accountId, ':policy', p.path, p.name) IN :arns"
                        + " ORDER BY p.name")
                .setParameter("arns", arns)
                .getResultStream()
                .map(IdentityMapping::policy)
                .toList();
    }

    @Override
    public List<ManagedPolicy> listPolicies(Listing listing) {
        return page(
                        policies("SELECT p FROM PolicyEntity p WHERE p.accountId = :account"
                                + " AND locate(:prefix, p.path) = 1 AND p.name > :after ORDER BY p.name"),
                        listing)
                .getResultList()
                .stream()
                .map(IdentityMapping::policy)
                .toList();
    }

    @Override
    public void insert(ManagedPolicy policy) {
        entities.persist(IdentityMapping.entity(policy, account));
    }

    @Override
    public void save(ManagedPolicy policy) {
        IdentityMapping.write(policy, row(policy));
        changedMany();
    }

    @Override
    public void delete(ManagedPolicy policy) {
        entities.remove(row(policy));
        changedMany();
    }

    private PolicyEntity row(ManagedPolicy policy) {
        return Objects.requireNonNull(entities.find(PolicyEntity.class, policy.id()), "a policy that is there");
    }

    private TypedQuery<PolicyEntity> policies(String query) {
        return entities.createQuery(query, PolicyEntity.class).setParameter(ACCOUNT, account.value());
    }

    /** A lone slash stands for all. */
    static <T> TypedQuery<T> page(TypedQuery<T> query, Listing listing) {
        return query.setParameter("prefix", listing.pathPrefix())
                .setParameter("after", listing.after())
                .setMaxResults(listing.limit());
    }
}
