package org.extenddb.iam.action;

import java.util.Map;
import java.util.TreeMap;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.AccountIdentities.IdentityCounts;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a> */
record GetAccountSummary(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "GetAccountSummary";
    }

    @Override
    public void answer(ActionCall call) {
        call.authorize("*", new Conditions());
        store.<@Nullable Object>read(call.account(), account -> {
            Map<String, Integer> summary = quotas();
            IdentityCounts counts = account.counts();
            summary.put("Users", counts.users());
            summary.put("Groups", counts.groups());
            summary.put("Roles", counts.roles());
            summary.put("Policies", counts.policies());
            summary.put("PolicyVersionsInUse", counts.policyVersions());
            summary.put("AccountAccessKeysPresent", account.accessKeys(null).isEmpty() ? 0 : 1);
            call.out().map("SummaryMap", summary);
            return null;
        });
    }

    /** What is enforced, and of MFA and certificates none. */
    private static Map<String, Integer> quotas() {
        Map<String, Integer> quotas = new TreeMap<>();
        quotas.put("AccessKeysPerUserQuota", 2);
        quotas.put("AccountMFAEnabled", 0);
        quotas.put("AssumeRolePolicySizeQuota", 2048);
        quotas.put("AttachedPoliciesPerGroupQuota", 10);
        quotas.put("AttachedPoliciesPerRoleQuota", 10);
        quotas.put("AttachedPoliciesPerUserQuota", 10);
        quotas.put("GroupPolicySizeQuota", 5120);
        quotas.put("GroupsPerUserQuota", 10);
        quotas.put("MFADevices", 0);
        quotas.put("PolicySizeQuota", 6144);
        quotas.put("RolePolicySizeQuota", 10_240);
        quotas.put("UserPolicySizeQuota", 2048);
        quotas.put("VersionsPerPolicyQuota", ManagedPolicy.MAX_VERSIONS);
        return quotas;
    }
}
