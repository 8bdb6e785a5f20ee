package org.extenddb.iam.action;

import java.util.List;
import java.util.Map;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.iam.ActionCall;
import org.jspecify.annotations.Nullable;

/** Finds what a call is about, and has the call authorized for it before it tells whether it is there. */
final class Targets {
    private Targets() {}

    static Identity authorized(ActionCall call, AccountIdentities account, IdentityKind kind, String name) {
        Identity target = account.find(kind, name);
        call.authorize(arn(account, kind, name, target), Conditions.of(target));
        return existing(kind, name, target);
    }

    /** Without having the call authorized. */
    static Identity existing(IdentityKind kind, String name, @Nullable Identity target) {
        if (target == null) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuch(kind, name));
        }
        return target;
    }

    static String arn(AccountIdentities account, IdentityKind kind, String name, @Nullable Identity target) {
        return target == null ? Identity.arn(account.account(), kind, "/" + name) : target.arn();
    }

    /** A policy of the account, or one of AWS's. */
    static ManagedPolicy authorizedPolicy(
            ActionCall call, AccountIdentities account, AwsManagedPolicies awsPolicies, String arn) {
        return authorizedPolicy(call, account, awsPolicies, arn, new Conditions());
    }

    private static ManagedPolicy authorizedPolicy(
            ActionCall call,
            AccountIdentities account,
            AwsManagedPolicies awsPolicies,
            String arn,
            Conditions conditions) {
        ManagedPolicy policy = policy(account, awsPolicies, arn);
        call.authorize(arn, conditions.resourceTags(policy == null ? Map.of() : policy.tags()));
        if (policy == null) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchPolicy(arn));
        }
        return policy;
    }

    /** A policy of the account that can be changed. */
    static ManagedPolicy authorizedOwnPolicy(
            ActionCall call, AccountIdentities account, AwsManagedPolicies awsPolicies, String arn) {
        return authorizedOwnPolicy(call, account, awsPolicies, arn, new Conditions());
    }

    /** The same, for a request that brings condition keys of its own. */
    static ManagedPolicy authorizedOwnPolicy(
            ActionCall call,
            AccountIdentities account,
            AwsManagedPolicies awsPolicies,
            String arn,
            Conditions conditions) {
        ManagedPolicy policy = authorizedPolicy(call, account, awsPolicies, arn, conditions);
        if (policy.account() == null) {
            throw QueryException.of(QueryError.ACCESS_DENIED, MessagesIam.AWS_POLICY);
        }
        return policy;
    }

    static @Nullable ManagedPolicy policy(AccountIdentities account, AwsManagedPolicies awsPolicies, String arn) {
        ManagedPolicy ofAws = awsPolicies.find(arn);
        if (ofAws != null) {
            return ofAws;
        }
        List<ManagedPolicy> own = account.policies(List.of(arn));
        return own.isEmpty() ? null : own.get(0);
    }

    /** @throws QueryException NoSuchEntity when the policy cannot be attached, since it is not there */
    static void requireAttachable(AccountIdentities account, AwsManagedPolicies awsPolicies, String arn) {
        if (policy(account, awsPolicies, arn) == null) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.notAttachable(arn));
        }
    }
}
