package org.extenddb.iam.sts;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.auth.TemporaryCredentialIssuer;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionFamily;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.QueryService;

/** The Security Token Service. */
@SingleInstance
public final class StsActions implements ActionFamily {
    private final IdentityStore store;
    private final TemporaryCredentialIssuer issuer;

    @Inject
    public StsActions(IdentityStore store, TemporaryCredentialIssuer issuer) {
        this.store = store;
        this.issuer = issuer;
    }

    @Override
    public QueryService service() {
        return QueryService.STS;
    }

    @Override
    public List<QueryAction> actions() {
        return List.of(new AssumeRole(store, issuer), new GetCallerIdentity(), new GetSessionToken(issuer));
    }
}
