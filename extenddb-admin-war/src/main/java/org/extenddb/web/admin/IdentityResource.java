package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.extenddb.admin.Precondition;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Users, groups and roles of an account: what they are. */
@Dependent
@Path("/accounts/{account}/{kind: users|groups|roles}")
public class IdentityResource {
    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @PathParam("kind")
    private String kinds = "";

    @Inject
    public IdentityResource(Iam iam) {
        this.iam = iam;
    }

    @GET
    public Response list(
            @QueryParam("pathPrefix") @Nullable String pathPrefix,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("next") @Nullable String next) {
        String list = kind().title() + "s";
        return Answers.page(
                iam.call(
                        account,
                        "List" + list,
                        ActionParameters.of("PathPrefix", pathPrefix)
                                .with("MaxItems", Answers.limit(limit))
                                .with("Marker", next)),
                list);
    }

    @POST
    public Response create(NewIdentity body, @Context UriInfo here) {
        String name = Answers.required(body.name(), "name");
        Map<String, Object> made = iam.call(
                account,
                "Create" + kind().title(),
                named(name)
                        .with("Path", body.path())
                        .with("PermissionsBoundary", body.permissionsBoundary())
                        .with("AssumeRolePolicyDocument", body.trustPolicy())
                        .with("Description", body.description())
                        .with("MaxSessionDuration", body.maxSessionDuration())
                        .tags(body.tags()));
        return Answers.created(here, name, Tree.json(made, kind().title()), state(name));
    }

    @GET
    @Path("/{name}")
    public Response get(@PathParam("name") String name) {
        Map<String, ?> details = details(name);
        return Answers.ok(Tree.json(details), lasting(details));
    }

    @PATCH
    @Path("/{name}")
    public Response change(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            IdentityChange body) {
        Precondition precondition = Answers.precondition(ifMatch);
        precondition.require();
        String newName = body.name() == null ? name : body.name();
        iam.change(
                account,
                precondition,
                () -> state(name),
                () -> kind() == IdentityKind.ROLE
                        ? changeRole(name, body)
                        : iam.call(
                                account,
                                "Update" + kind().title(),
                                named(name)
                                        .with("New" + kind().title() + "Name", body.name())
                                        .with("NewPath", body.path())));
        return get(newName);
    }

    @DELETE
    @Path("/{name}")
    public Response delete(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        iam.change(
                account,
                Answers.precondition(ifMatch),
                () -> state(name),
                () -> iam.call(account, "Delete" + kind().title(), named(name)));
        return Answers.done();
    }

    private Map<String, Object> changeRole(String name, IdentityChange body) {
        if (body.trustPolicy() != null) {
            iam.call(account, "UpdateAssumeRolePolicy", named(name).with("PolicyDocument", body.trustPolicy()));
        }
        return iam.call(
                account,
                "UpdateRole",
                named(name)
                        .with("Description", body.description())
                        .with("MaxSessionDuration", body.maxSessionDuration()));
    }

    private Map<String, ?> state(String name) {
        return lasting(details(name));
    }

    /** Without what changes by itself when it is used, which is nobody's state to mean. */
    static Map<String, ?> lasting(Map<String, ?> details) {
        Map<String, Object> lasting = new LinkedHashMap<>(details);
        lasting.remove("RoleLastUsed");
        lasting.remove("PasswordLastUsed");
        return lasting;
    }

    private Map<String, ?> details(String name) {
        return Tree.structure(iam.call(account, "Get" + kind().title(), named(name)), kind().title());
    }

    private ActionParameters named(String name) {
        return ActionParameters.of(kind().title() + "Name", name);
    }

    /** Of users, groups or roles. */
    private IdentityKind kind() {
        String kind = kinds.toUpperCase(Locale.ROOT);
        return IdentityKind.valueOf(kind.substring(0, kind.length() - 1));
    }
}
