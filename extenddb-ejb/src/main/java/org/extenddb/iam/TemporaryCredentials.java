package org.extenddb.iam;

import java.util.Set;
import org.extenddb.auth.Authenticated;
import org.extenddb.core.error.MessagesSignature;
import org.extenddb.core.queryprotocol.MessagesQueryProtocol;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;

/**
 * What credentials of GetSessionToken are not good for, whatever policies say: nothing of IAM, and of STS two actions alone.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>
 */
final class TemporaryCredentials {
    private static final Set<String> ALLOWED = Set.of("AssumeRole", "GetCallerIdentity");

    private TemporaryCredentials() {}

    static void check(QueryService service, QueryAction action, Authenticated sender) {
        boolean ofUser = sender.session() != null && sender.session().sessionName() == null;
        if (ofUser && !(service == QueryService.STS && ALLOWED.contains(action.name()))) {
            throw service == QueryService.IAM
                    ? QueryException.of(QueryError.INVALID_CLIENT_TOKEN_ID, MessagesSignature.INVALID_TOKEN)
                    : QueryException.of(
                            QueryError.ACCESS_DENIED, MessagesQueryProtocol.notWithSessionCredentials(action.name()));
        }
    }
}
