package org.extenddb.core.storage;

import java.util.Collection;
import java.util.List;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.jspecify.annotations.Nullable;

/** The managed policies of an account, inside one transaction of {@link IdentityStore}. */
public interface AccountPolicies {
    /** A policy of this account by its name. */
    @Nullable
    ManagedPolicy findPolicy(String name);

    /** Those of this account that are among these ARNs. */
    List<ManagedPolicy> policies(Collection<String> arns);

    /** Policies of this account, by name. */
    List<ManagedPolicy> listPolicies(Listing listing);

    /** Adds one; its name must be free. */
    void insert(ManagedPolicy policy);

    /** Writes all of one that is there, found by its id. */
    void save(ManagedPolicy policy);

    /** Removes one. Nothing may have it attached. */
    void delete(ManagedPolicy policy);
}
