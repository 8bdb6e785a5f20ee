package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.extenddb.admin.ManagedPolicyArns;
import org.extenddb.admin.Precondition;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** A managed policy, by its name; one of AWS's by {@code aws:} and its name. */
@Dependent
@Path("/accounts/{account}/policies/{policy}")
public class PolicyResource {
    private static final String VERSION_ID = "VersionId";

    private final Iam iam;

    @PathParam("account")
    private String account = "";

    private final ManagedPolicyArns arns;

    @PathParam("policy")
    private String policy = "";

    @Inject
    public PolicyResource(Iam iam, ManagedPolicyArns arns) {
        this.iam = iam;
        this.arns = arns;
    }

    /**
     * A version that is to be made, or the one that is to count.
     *
     * @param defaultVersion of PATCH: {@code v2}
     */
    public record VersionChange(
            @Nullable JsonObject policyDocument,
            @Nullable Boolean setAsDefault,
            @Nullable String defaultVersion) implements RequestBody {}

    @GET
    public Response get() {
        Map<String, ?> state = state();
        return Answers.ok(Tree.json(state), state);
    }

    /** Chooses the version that counts. */
    @PATCH
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, VersionChange body) {
        Precondition precondition = Answers.precondition(ifMatch);
        precondition.require();
        iam.change(
                account,
                precondition,
                this::state,
                () -> iam.call(
                        account,
                        "SetDefaultPolicyVersion",
                        policy().with(VERSION_ID, Answers.required(body.defaultVersion(), "defaultVersion"))));
        return get();
    }

    @DELETE
    public Response delete(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        change(ifMatch, "DeletePolicy", policy());
        return Answers.done();
    }

    @GET
    @Path("/versions")
    public Response versions() {
        return Answers.page(iam.call(account, "ListPolicyVersions", policy()), "Versions");
    }

    @POST
    @Path("/versions")
    public Response addVersion(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, VersionChange body) {
        Map<String, Object> made = change(
                ifMatch,
                "CreatePolicyVersion",
                policy().with("PolicyDocument", Answers.required(body.policyDocument(), "policyDocument"))
                        .with("SetAsDefault", body.setAsDefault()));
        return Response.fromResponse(Answers.ok(Tree.json(made, "PolicyVersion")))
                .status(Response.Status.CREATED)
                .build();
    }

    @GET
    @Path("/versions/{version}")
    public Response version(@PathParam("version") String version) {
        return Answers.ok(
                Tree.json(iam.call(account, "GetPolicyVersion", policy().with(VERSION_ID, version)), "PolicyVersion"));
    }

    @DELETE
    @Path("/versions/{version}")
    public Response deleteVersion(
            @PathParam("version") String version, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        change(ifMatch, "DeletePolicyVersion", policy().with(VERSION_ID, version));
        return Answers.done();
    }

    /** Who has it. */
    @GET
    @Path("/entities")
    public Response entities(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        Map<String, Object> found = iam.call(
                account,
                "ListEntitiesForPolicy",
                policy().with("MaxItems", Answers.limit(limit)).with("Marker", next));
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (String kind : List.of("Group", "User", "Role")) {
            for (Map<String, ?> entity : Tree.structures(found, "Policy" + kind + "s")) {
                items.add(Fields.of("kind", kind)
                        .with("name", entity.get(kind + "Name"))
                        .with("id", entity.get(kind + "Id"))
                        .json());
            }
        }
        return Answers.page(items.build(), found.get("Marker"));
    }

    @POST
    @Path("/tags")
    public Response tag(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Additions body) {
        change(ifMatch, "TagPolicy", policy().tags(Answers.required(body.tags(), "tags")));
        return Answers.done();
    }

    @DELETE
    @Path("/tags")
    public Response untag(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @QueryParam("key") List<String> keys) {
        change(ifMatch, "UntagPolicy", policy().list("TagKeys", keys));
        return Answers.done();
    }

    private Map<String, Object> change(@Nullable String ifMatch, String action, ActionParameters parameters) {
        return iam.change(
                account, Answers.precondition(ifMatch), this::state, () -> iam.call(account, action, parameters));
    }

    private Map<String, ?> state() {
        return Tree.structure(iam.call(account, "GetPolicy", policy()), "Policy");
    }

    private ActionParameters policy() {
        return ActionParameters.of("PolicyArn", arns.of(Iam.id(account), policy));
    }
}
