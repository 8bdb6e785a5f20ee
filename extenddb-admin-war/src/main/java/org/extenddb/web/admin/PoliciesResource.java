package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** The managed policies of an account. */
@Dependent
@Path("/accounts/{account}/policies")
public class PoliciesResource {
    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @Inject
    public PoliciesResource(Iam iam) {
        this.iam = iam;
    }

    /** A managed policy that is to be made. */
    public record NewPolicy(
            @Nullable String name,
            @Nullable String path,
            @Nullable String description,
            @Nullable JsonObject policyDocument,
            @Nullable Map<String, String> tags)
            implements RequestBody {}

    /** @param scope All, AWS or Local; Local where it is left out */
    @GET
    public Response list(
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("next") @Nullable String next) {
        return Answers.page(
                iam.call(
                        account,
                        "ListPolicies",
                        ActionParameters.of("Scope", scope == null ? "Local" : scope)
                                .with("MaxItems", Answers.limit(limit))
                                .with("Marker", next)),
                "Policies");
    }

    @POST
    public Response create(NewPolicy body, @Context UriInfo here) {
        String name = Answers.required(body.name(), "name");
        Map<String, Object> made = iam.call(
                account,
                "CreatePolicy",
                ActionParameters.of("PolicyName", name)
                        .with("Path", body.path())
                        .with("Description", body.description())
                        .with("PolicyDocument", Answers.required(body.policyDocument(), "policyDocument"))
                        .tags(body.tags()));
        Map<String, ?> policy = Tree.structure(made, "Policy");
        Map<String, ?> state = Tree.structure(
                iam.call(account, "GetPolicy", ActionParameters.of("PolicyArn", String.valueOf(policy.get("Arn")))),
                "Policy");
        return Answers.created(here, name, Tree.json(policy), state);
    }
}
