package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.extenddb.admin.AccessKeyAdministration;
import org.jspecify.annotations.Nullable;

/** Access keys of an account's root user. */
@Dependent
@Path("/accounts/{account}/root-access-keys")
public class RootAccessKeyResource extends AccessKeyResource {
    @PathParam("account")
    private String account = "";

    @Inject
    public RootAccessKeyResource(Iam iam, AccessKeyAdministration keys, CurrentCall current) {
        super(iam, keys, current);
    }

    @Override
    String account() {
        return account;
    }

    @Override
    @Nullable
    String user() {
        return null;
    }
}
