package org.extenddb.iam.sts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.auth.SessionGrant;
import org.extenddb.auth.TemporaryCredentialIssuer;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.queryprotocol.MessagesQueryProtocol;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.action.IamInput;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a> */
record GetSessionToken(TemporaryCredentialIssuer issuer) implements QueryAction {
    private static final int MIN_SECONDS = 900;
    private static final int MAX_SECONDS = 129_600;
    private static final int MAX_SECONDS_OF_ROOT = 3600;
    private static final int DEFAULT_SECONDS = 43_200;

    @Override
    public String name() {
        return "GetSessionToken";
    }

    /** Needs no permission: the credentials can do no more than those they were asked for with. */
    @Override
    public void answer(ActionCall call) {
        int seconds = IamInput.number(call.in(), "DurationSeconds", MIN_SECONDS, MAX_SECONDS, DEFAULT_SECONDS);
        Principal principal = call.caller().principal();
        if (!(principal instanceof Principal.User || principal instanceof Principal.Root)) {
            throw QueryException.of(QueryError.ACCESS_DENIED, MessagesQueryProtocol.notWithSessionCredentials(name()));
        }
        call.needsNoPermission();
        boolean root = principal instanceof Principal.Root;
        SessionGrant grant = new SessionGrant(
                call.account(),
                root ? null : principal.userId(),
                null,
                null,
                List.of(),
                Map.of(),
                Set.of(),
                null,
                Duration.ofSeconds(root ? Math.min(seconds, MAX_SECONDS_OF_ROOT) : seconds));
        CredentialsResult.write(issuer.issue(grant), call.out());
    }
}
