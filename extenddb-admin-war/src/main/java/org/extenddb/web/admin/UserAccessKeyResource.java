package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.extenddb.admin.AccessKeyAdministration;
import org.jspecify.annotations.Nullable;

/** Access keys of a user. */
@Dependent
@Path("/accounts/{account}/users/{name}/access-keys")
public class UserAccessKeyResource extends AccessKeyResource {
    @PathParam("account")
    private String account = "";

    @PathParam("name")
    private String name = "";

    @Inject
    public UserAccessKeyResource(Iam iam, AccessKeyAdministration keys, CurrentCall current) {
        super(iam, keys, current);
    }

    @Override
    String account() {
        return account;
    }

    @Override
    @Nullable
    String user() {
        return name;
    }
}
