package org.extenddb.iam.action;

import org.extenddb.core.iam.TrustPolicy;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/** Reads what only roles have. */
final class RoleInput {
    private static final int MAX_DESCRIPTION = 1000;
    private static final int MIN_SESSION_SECONDS = 3600;
    private static final int MAX_SESSION_SECONDS = 43_200;
    private static final int MAX_TRUST_POLICY = 2048;

    private RoleInput() {}

    static @Nullable String description(FormParameters in) {
        return IamInput.optionalText(in, "Description", MAX_DESCRIPTION);
    }

    static int maxSessionSeconds(FormParameters in, int ifAbsent) {
        return IamInput.number(in, "MaxSessionDuration", MIN_SESSION_SECONDS, MAX_SESSION_SECONDS, ifAbsent);
    }

    static String trustPolicy(FormParameters in, String parameter) {
        String document = IamInput.trustPolicy(in, parameter);
        if (TrustPolicy.parse(document).document().size() > MAX_TRUST_POLICY) {
            throw QueryException.of(QueryError.LIMIT_EXCEEDED, MessagesIam.quota("ACLSizePerRole", MAX_TRUST_POLICY));
        }
        return document;
    }
}
