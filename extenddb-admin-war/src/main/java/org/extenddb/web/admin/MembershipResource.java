package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Who is in a group. */
@Dependent
@Path("/accounts/{account}/groups/{group}/members")
public class MembershipResource {
    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @PathParam("group")
    private String group = "";

    @Inject
    public MembershipResource(Iam iam) {
        this.iam = iam;
    }

    @GET
    public Response members(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        return Answers.page(
                iam.call(
                        account,
                        "GetGroup",
                        group().with("MaxItems", Answers.limit(limit)).with("Marker", next)),
                "Users");
    }

    @PUT
    @Path("/{user}")
    public Response add(@PathParam("user") String user) {
        iam.call(account, "AddUserToGroup", group().with("UserName", user));
        return Answers.done();
    }

    @DELETE
    @Path("/{user}")
    public Response remove(@PathParam("user") String user) {
        iam.call(account, "RemoveUserFromGroup", group().with("UserName", user));
        return Answers.done();
    }

    private ActionParameters group() {
        return ActionParameters.of("GroupName", group);
    }
}
