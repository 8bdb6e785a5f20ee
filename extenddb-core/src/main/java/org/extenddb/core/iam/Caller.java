package org.extenddb.core.iam;

import org.extenddb.core.model.AccountId;

/**
 * Who signed the request, and what its policies say it may do.
 *
 * @param policies all that is attached to the principal; a root user needs none
 */
public record Caller(Principal principal, String accessKeyId, PrincipalPolicies policies) {
    /** The root user of an account, who may do everything in it. */
    public static Caller root(AccountId account, String accessKeyId) {
        return new Caller(new Principal.Root(account, null), accessKeyId, PrincipalPolicies.NONE);
    }

    public AccountId account() {
        return principal.account();
    }

    /** The principal as denials and logs name it, such as {@code arn:aws:iam::000000000000:user/admin}. */
    public String arn() {
        return principal.arn();
    }
}
