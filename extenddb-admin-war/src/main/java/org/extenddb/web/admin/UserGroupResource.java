package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.extenddb.iam.ActionParameters;

/** The groups that a user is in. */
@Dependent
@Path("/accounts/{account}/users/{name}/groups")
public class UserGroupResource {
    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @PathParam("name")
    private String name = "";

    @Inject
    public UserGroupResource(Iam iam) {
        this.iam = iam;
    }

    @GET
    public Response groups() {
        return Answers.page(iam.call(account, "ListGroupsForUser", ActionParameters.of("UserName", name)), "Groups");
    }
}
