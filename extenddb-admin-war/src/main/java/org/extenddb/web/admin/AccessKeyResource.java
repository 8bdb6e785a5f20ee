package org.extenddb.web.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Supplier;
import org.extenddb.admin.AccessKeyAdministration;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
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

    /** What an ETag is about: nothing else of a key can change. */
    @GET
    @Path("/{key}")
    public Response get(@PathParam("key") String key) {
        Map<String, ?> found = existing(key);
        return Answers.ok(Tree.json(found), state(found));
    }

    /** Makes a new key, and this one inactive. */
    @POST
    @Path("/{key}/rotate")
    public Response rotate(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context UriInfo here) {
        return made(change(ifMatch, key, () -> keys.rotate(current.get(), Iam.id(account()), user(), key)), here);
    }

    @GET
    @Path("/{key}/last-used")
    public Response lastUsed(@PathParam("key") String key) {
        return Answers.ok(Tree.json(
                iam.call(account(), "GetAccessKeyLastUsed", ActionParameters.of("AccessKeyId", key)),
                "AccessKeyLastUsed"));
    }

    /** Makes a key Active or Inactive. */
    @PATCH
    @Path("/{key}")
    public Response change(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            AccessKeyChange body) {
        ActionParameters changed =
                owner().with("AccessKeyId", key).with("Status", Answers.required(body.status(), STATUS));
        change(ifMatch, key, () -> iam.call(account(), "UpdateAccessKey", changed));
        return Answers.done();
    }

    @DELETE
    @Path("/{key}")
    public Response delete(@PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        change(ifMatch, key, () -> iam.call(account(), "DeleteAccessKey", owner().with("AccessKeyId", key)));
        return Answers.done();
    }

    private Map<String, Object> change(@Nullable String ifMatch, String key, Supplier<Map<String, Object>> change) {
        return iam.change(account(), Answers.precondition(ifMatch), () -> state(existing(key)), change);
    }

    private Map<String, ?> existing(String key) {
        return Tree.structures(iam.call(account(), "ListAccessKeys", owner()), "AccessKeyMetadata").stream()
                .filter(it -> key.equals(it.get("AccessKeyId")))
                .findAny()
                .orElseThrow(() -> QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchKey(key)));
    }

    private static Object state(Map<String, ?> key) {
        return key.get("AccessKeyId") + " " + key.get("Status");
    }

    private static Response made(Map<String, Object> made, UriInfo here) {
        Map<String, ?> key = Tree.structure(made, "AccessKey");
        return Answers.created(here, String.valueOf(key.get("AccessKeyId")), Tree.json(key), state(key));
    }

    private ActionParameters owner() {
        return ActionParameters.of("UserName", user());
    }
}
