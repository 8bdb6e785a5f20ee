package org.extenddb.iam;

import java.util.List;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.Authorizer;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.ResultOutput;

/** A call of an action: what came in, who sent it, and where the result goes. Of one thread. */
public final class ActionCall {
    private final String iamAction;
    private final FormParameters in;
    private final Authenticated sender;
    private final RequestContext request;
    private final Authorizer authorizer;
    private final ResultOutput out;
    private boolean authorized;

    /** @param iamAction such as {@code iam:CreateUser} */
    ActionCall(
            String iamAction,
            FormParameters in,
            Authenticated sender,
            RequestContext request,
            Authorizer authorizer,
            ResultOutput out) {
        this.iamAction = iamAction;
        this.in = in;
        this.sender = sender;
        this.request = request;
        this.authorizer = authorizer;
        this.out = out;
    }

    public FormParameters in() {
        return in;
    }

    public ResultOutput out() {
        return out;
    }

    public Authenticated sender() {
        return sender;
    }

    public Caller caller() {
        return sender.caller();
    }

    /** What policies can ask about the request. */
    public RequestContext request() {
        return request;
    }

    /** The caller's: IAM knows no other. */
    public AccountId account() {
        return sender.caller().account();
    }

    /** @throws org.extenddb.core.error.DynamoDbException AccessDeniedException */
    public void authorize(String resource, AccessDetails details) {
        authorizer.authorize(sender, request, List.of(new AccessRequest(iamAction, resource, details)));
        authorized = true;
    }

    /** Whoever has signed may do this, or another rule than the policies' of the caller has let it. */
    public void needsNoPermission() {
        authorized = true;
    }

    boolean isAuthorized() {
        return authorized;
    }
}
