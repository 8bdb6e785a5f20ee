package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Who is in a group. */
@Dependent
@Path("/accounts/{account}/groups/{group}/members")
public class MembershipResource {
    private static final String USERS = "Users";

    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @PathParam("group")
    private String group = "";

    @Inject
    public MembershipResource(Iam iam) {
        this.iam = iam;
    }

    /** A page of them; the ETag is about all. */
    @GET
    public Response members(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        Response page = Answers.page(page(Answers.limit(limit), next), USERS);
        return Answers.tagged(page, state());
    }

    @PUT
    @Path("/{user}")
    public Response add(@PathParam("user") String user, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ifMatch, "AddUserToGroup", user);
    }

    @DELETE
    @Path("/{user}")
    public Response remove(
            @PathParam("user") String user, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change(ifMatch, "RemoveUserFromGroup", user);
    }

    private Response change(@Nullable String ifMatch, String action, String user) {
        iam.change(
                account,
                Answers.precondition(ifMatch),
                this::state,
                () -> iam.call(account, action, group().with("UserName", user)));
        return Answers.done();
    }

    /** Who is in it, and nothing of what they are. */
    private Object state() {
        List<Object> members = new ArrayList<>();
        Object next = null;
        do {
            Map<String, Object> page = page(Answers.MAX_LIMIT, next);
            Tree.structures(page, USERS).forEach(user -> members.add(String.valueOf(user.get("UserId"))));
            next = page.get("Marker");
        } while (next != null);
        return members;
    }

    private Map<String, Object> page(int limit, @Nullable Object next) {
        return iam.call(account, "GetGroup", group().with("MaxItems", limit).with("Marker", next));
    }

    private ActionParameters group() {
        return ActionParameters.of("GroupName", group);
    }
}
