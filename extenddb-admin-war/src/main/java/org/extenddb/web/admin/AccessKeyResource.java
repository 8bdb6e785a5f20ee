package org.extenddb.web.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.extenddb.admin.AccessKeyAdministration;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Access keys of somebody. Secrets are shown when they are made, and never again. */
public abstract class AccessKeyResource {
    private static final String STATUS = "status";

    private final Iam iam;
    private final AccessKeyAdministration keys;
    private final CurrentCall current;

    AccessKeyResource(Iam iam, AccessKeyAdministration keys, CurrentCall current) {
        this.iam = iam;
        this.keys = keys;
        this.current = current;
    }

    abstract String account();

    /** Null for the root user. */
    abstract @Nullable String user();

    @GET
    public Response list() {
        return Answers.page(iam.call(account(), "ListAccessKeys", owner()), "AccessKeyMetadata");
    }

    /** Makes a key; with an id and a secret, takes over one that was made elsewhere. */
    @POST
    public Response create(@Nullable AccessKeyChange body, @Context UriInfo here) {
        Map<String, Object> made = body == null || body.accessKeyId() == null && body.secretAccessKey() == null
                ? iam.call(account(), "CreateAccessKey", owner())
                : keys.importKey(
                        current.get(),
                        Iam.id(account()),
                        user(),
                        Answers.required(body.accessKeyId(), "accessKeyId"),
                        Answers.required(body.secretAccessKey(), "secretAccessKey"));
        return made(made, here);
    }

    /** Makes a new key, and this one inactive. */
    @POST
    @Path("/{key}/rotate")
    public Response rotate(@PathParam("key") String key, @Context UriInfo here) {
        return made(keys.rotate(current.get(), Iam.id(account()), user(), key), here);
    }

    @GET
    @Path("/{key}/last-used")
    public Response lastUsed(@PathParam("key") String key) {
        return Answers.ok(Tree.json(
                iam.call(account(), "GetAccessKeyLastUsed", ActionParameters.of("AccessKeyId", key)),
                "AccessKeyLastUsed"));
    }

    /** Makes a key Active or Inactive: nothing else of it can change, so nothing can be overwritten. */
    @PATCH
    @Path("/{key}")
    public Response change(@PathParam("key") String key, AccessKeyChange body) {
        iam.call(
                account(),
                "UpdateAccessKey",
                owner().with("AccessKeyId", key).with("Status", Answers.required(body.status(), STATUS)));
        return Answers.done();
    }

    @DELETE
    @Path("/{key}")
    public Response delete(@PathParam("key") String key) {
        iam.call(account(), "DeleteAccessKey", owner().with("AccessKeyId", key));
        return Answers.done();
    }

    private static Response made(Map<String, Object> made, UriInfo here) {
        Map<String, ?> key = Tree.structure(made, "AccessKey");
        return Answers.created(here, String.valueOf(key.get("AccessKeyId")), Tree.json(key), key);
    }

    private ActionParameters owner() {
        return ActionParameters.of("UserName", user());
    }
}
