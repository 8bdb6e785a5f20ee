package org.extenddb.admin;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;
import org.jspecify.annotations.Nullable;

/** Finds managed policies by their names, which are unique in an account whatever their paths. */
@SingleInstance
public final class ManagedPolicyArns {
    private static final String OF_AWS = "aws:";

    private final IdentityStore store;

    @Inject
    public ManagedPolicyArns(IdentityStore store) {
        this.store = store;
    }

    /**
     * The ARN of a policy, whether there is one or not: that is for whoever may know it to find out.
     *
     * @param name of a policy of the account, or of one of AWS's with {@code aws:} before it
     */
    public String of(AccountId account, String name) {
        if (name.startsWith(OF_AWS)) {
            return "arn:aws:iam::aws:policy/" + name.substring(OF_AWS.length());
        }
        ManagedPolicy policy = name.indexOf('\0') >= 0
                ? null
                : store.<@Nullable ManagedPolicy>read(account, it -> it.findPolicy(name));
        return policy == null ? "arn:aws:iam::" + account + ":policy/" + name : policy.arn();
    }
}
