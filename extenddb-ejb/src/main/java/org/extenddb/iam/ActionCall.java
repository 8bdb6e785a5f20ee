package org.extenddb.iam;

import java.util.ArrayList;
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
    private final List<AccessRequest> accesses = new ArrayList<>();
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
        authorize(iamAction, resource, details);
    }

    /**
     * For an action that is part of this one, such as {@code iam:TagUser} of making a user with tags.
     *
     * @throws org.extenddb.core.error.DynamoDbException AccessDeniedException
     */
    public void authorize(String action, String resource, AccessDetails details) {
        AccessRequest access = new AccessRequest(action, resource, details);
        accesses.add(access);
        authorizer.authorize(sender, request, List.of(access));
        authorized = true;
    }

    /** Whoever has signed may do this, or another rule than the policies' of the caller has let it. */
    public void needsNoPermission() {
        authorized = true;
    }

    /** What it had to be authorized for so far. */
    List<AccessRequest> accesses() {
        return List.copyOf(accesses);
    }

    boolean isAuthorized() {
        return authorized;
    }
}
