package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** What lets a user sign in to console and administration: a password. */
@Dependent
@Path("/accounts/{account}/users/{name}/login-profile")
public class LoginProfileResource {
    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @PathParam("name")
    private String name = "";

    @Inject
    public LoginProfileResource(Iam iam) {
        this.iam = iam;
    }

    @GET
    public Response get() {
        return Answers.ok(Tree.json(iam.call(account, "GetLoginProfile", user()), "LoginProfile"), state());
    }

    @POST
    public Response create(NewPassword body) {
        iam.call(account, "CreateLoginProfile", with(body));
        return Answers.done();
    }

    /** A password is never read, and yet each has an ETag of its own. */
    @PUT
    public Response replace(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, NewPassword body) {
        change(ifMatch, "UpdateLoginProfile", with(body));
        return Answers.done();
    }

    @DELETE
    public Response delete(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        change(ifMatch, "DeleteLoginProfile", user());
        return Answers.done();
    }

    private void change(@Nullable String ifMatch, String action, ActionParameters parameters) {
        iam.change(account, Answers.precondition(ifMatch), this::state, () -> iam.call(account, action, parameters));
    }

    private Object state() {
        return iam.loginProfileState(account, name);
    }

    private ActionParameters with(NewPassword body) {
        return user().with("Password", Answers.required(body.password(), "password"))
                .with("PasswordResetRequired", body.mustChange());
    }

    private ActionParameters user() {
        return ActionParameters.of("UserName", name);
    }
}
