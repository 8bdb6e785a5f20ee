package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.admin.Precondition;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** What users, groups and roles have: policies, boundary, tags. */
@Dependent
@Path(
        "/accounts/{account}/{kind: users|groups|roles}/{name}/{part: policies|attached-policies|permissions-boundary|tags}")
public class IdentityPolicyResource {
    private static final String POLICY_NAME = "PolicyName";
    private static final String ATTACHED = "attached-policies";
    private static final String ATTACHED_POLICIES = "AttachedPolicies";

    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @PathParam("kind")
    private String kinds = "";

    @PathParam("name")
    private String name = "";

    @PathParam("part")
    private String part = "";

    @Inject
    public IdentityPolicyResource(Iam iam) {
        this.iam = iam;
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        ActionParameters page =
                identity().with("MaxItems", Answers.limit(limit)).with("Marker", next);
        return switch (part) {
            case "policies" ->
                Answers.page(iam.call(account, "List" + kind().title() + "Policies", page), "PolicyNames");
            case ATTACHED -> Answers.tagged(Answers.page(attached(page), ATTACHED_POLICIES), attachedState());
            case "tags" -> Answers.ok(Tree.json(iam.call(account, "List" + kind().title() + "Tags", identity())));
            default -> throw new NotAllowedException("GET");
        };
    }

    /** Attaches a managed policy, or sets tags beside those that are there. */
    @POST
    public Response add(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Additions body) {
        iam.change(account, Answers.precondition(ifMatch), this::state, () -> switch (part) {
            case ATTACHED ->
                iam.call(
                        account,
                        "Attach" + kind().title() + "Policy",
                        identity().with("PolicyArn", Answers.required(body.policyArn(), "policyArn")));
            case "tags" ->
                iam.call(account, "Tag" + kind().title(), identity().tags(Answers.required(body.tags(), "tags")));
            default -> throw new NotAllowedException("GET");
        });
        return Answers.done();
    }

    @PUT
    public Response set(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, PolicyReference body) {
        requireBoundary();
        Precondition precondition = Answers.precondition(ifMatch);
        precondition.require();
        iam.change(
                account,
                precondition,
                this::identityState,
                () -> iam.call(
                        account,
                        "Put" + kind().title() + "PermissionsBoundary",
                        identity().with("PermissionsBoundary", Answers.required(body.policyArn(), "policyArn"))));
        return Answers.done();
    }

    /** Takes the boundary away; with {@code arn} an attached policy, with {@code key} tags. */
    @DELETE
    public Response remove(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("arn") @Nullable String arn,
            @QueryParam("key") List<String> keys) {
        iam.change(account, Answers.precondition(ifMatch), this::state, () -> switch (part) {
            case ATTACHED ->
                iam.call(
                        account,
                        "Detach" + kind().title() + "Policy",
                        identity().with("PolicyArn", Answers.required(arn, "arn")));
            case "tags" ->
                iam.call(account, "Untag" + kind().title(), identity().list("TagKeys", keys));
            case "permissions-boundary" ->
                iam.call(account, "Delete" + kind().title() + "PermissionsBoundary", identity());
            default -> throw new NotAllowedException("GET");
        });
        return Answers.done();
    }

    @GET
    @Path("/{policy}")
    public Response inline(@PathParam("policy") String policy) {
        requireInline();
        Map<String, Object> state = inlineState(policy);
        return Answers.ok(Tree.json(state), state);
    }

    /** Makes an inline policy; overwrites one only where the caller says which. */
    @PUT
    @Path("/{policy}")
    public Response putInline(
            @PathParam("policy") String policy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PolicyText body) {
        requireInline();
        Precondition precondition = Answers.precondition(ifMatch);
        iam.change(account, precondition, () -> inlineState(policy), () -> {
            if (precondition.tag() == null && hasInline(policy)) {
                precondition.require();
            }
            return iam.call(
                    account,
                    "Put" + kind().title() + "Policy",
                    identity().with(POLICY_NAME, policy).with("PolicyDocument", body.document()));
        });
        return inline(policy);
    }

    @DELETE
    @Path("/{policy}")
    public Response deleteInline(
            @PathParam("policy") String policy, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        requireInline();
        iam.change(
                account,
                Answers.precondition(ifMatch),
                () -> inlineState(policy),
                () -> iam.call(
                        account,
                        "Delete" + kind().title() + "Policy",
                        identity().with(POLICY_NAME, policy)));
        return Answers.done();
    }

    private boolean hasInline(String policy) {
        try {
            return !inlineState(policy).isEmpty();
        } catch (QueryException e) {
            if (e.error() == QueryError.NO_SUCH_ENTITY) {
                return false;
            }
            throw e;
        }
    }

    private Map<String, Object> inlineState(String policy) {
        return iam.call(account, "Get" + kind().title() + "Policy", identity().with(POLICY_NAME, policy));
    }

    /** What a change of this part is about: the attached policies, or the identity, which shows all else. */
    private Object state() {
        return part.equals(ATTACHED) ? attachedState() : identityState();
    }

    /** All of them: an identity has no more than a page. */
    private Object attachedState() {
        return Tree.structures(attached(identity().with("MaxItems", Answers.MAX_LIMIT)), ATTACHED_POLICIES);
    }

    private Map<String, Object> attached(ActionParameters page) {
        return iam.call(account, "ListAttached" + kind().title() + "Policies", page);
    }

    private Object identityState() {
        return IdentityResource.lasting(
                Tree.structure(iam.call(account, "Get" + kind().title(), identity()), kind().title()));
    }

    private ActionParameters identity() {
        return ActionParameters.of(kind().title() + "Name", name);
    }

    private void requireInline() {
        if (!part.equals("policies")) {
            throw new NotFoundException();
        }
    }

    private void requireBoundary() {
        if (!part.equals("permissions-boundary")) {
            throw new NotAllowedException("GET");
        }
    }

    /** Of users, groups or roles. */
    private IdentityKind kind() {
        String kind = kinds.toUpperCase(Locale.ROOT);
        return IdentityKind.valueOf(kind.substring(0, kind.length() - 1));
    }
}
