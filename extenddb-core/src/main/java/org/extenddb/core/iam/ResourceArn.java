package org.extenddb.core.iam;

import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Whose a resource is. */
final class ResourceArn {
    private static final int ACCOUNT_FIELD = 4;

    /** Managed policies of AWS: every account has them. */
    private static final String AWS_POLICIES = "arn:aws:iam::aws:policy/";

    private ResourceArn() {}

    /** Whether it belongs to an account, or to none, as what actions without a resource are about does. */
    static boolean isOf(AccountId account, String resource) {
        if (resource.equals("*") || resource.startsWith(AWS_POLICIES)) {
            return true;
        }
        String owner = account(resource);
        return owner != null && (owner.isEmpty() || owner.equals(account.value()));
    }

    /** The fifth field of an ARN; null when it is none. */
    static @Nullable String account(String arn) {
        int start = 0;
        for (int field = 0; field < ACCOUNT_FIELD; field++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return null;
            }
        }
        int end = arn.indexOf(':', start);
        return end < 0 || !arn.startsWith("arn:") ? null : arn.substring(start, end);
    }
}
