package org.extenddb.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.PolicyUse;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/** The policies of tables and streams, compiled once for each that is put. They come with the definitions of the tables, which are cached. */
@SingleInstance
public final class ResourcePolicies {
    private static final int REMEMBERED = 1_000;

    private final Cache<Attached, NamedPolicy> compiled =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * The policy of a table or stream; null when it has none.
     *
     * @throws org.extenddb.core.iam.MalformedPolicyException when what is stored is none, so that nobody gets in
     */
    @Nullable
    NamedPolicy of(PolicyHolder holder, TableDefinition table) {
        ResourcePolicy policy = table.policies().find(holder.stream());
        return policy == null ? null : compiled.get(new Attached(holder, policy.text()), ResourcePolicies::compile);
    }

    private static NamedPolicy compile(Attached policy) {
        return new NamedPolicy(policy.holder().arn(), PolicyDocument.parse(policy.text(), PolicyUse.RESOURCE));
    }

    private record Attached(PolicyHolder holder, String text) {}
}
