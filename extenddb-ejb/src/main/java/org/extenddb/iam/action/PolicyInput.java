package org.extenddb.iam.action;

import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.iam.ActionCall;

/** Reads what only managed policies have. */
final class PolicyInput {
    private static final int MAX_SIZE = 6144;

    private PolicyInput() {}

    /** @throws QueryException LimitExceeded when it is too long without its white space */
    static String document(FormParameters in) {
        String document = IamInput.document(in, "PolicyDocument");
        if (PolicyDocument.parse(document).size() > MAX_SIZE) {
            throw QueryException.of(QueryError.LIMIT_EXCEEDED, MessagesIam.quota("PolicySize", MAX_SIZE));
        }
        return document;
    }

    /** The number in a version id. */
    static int version(ActionCall call, ManagedPolicy policy) {
        String id = call.in().required("VersionId");
        int number = id.matches("v[1-9]\\d{0,8}") ? Integer.parseInt(id.substring(1)) : 0;
        if (!policy.versions().containsKey(number)) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchVersion(policy.arn(), id));
        }
        return number;
    }
}
