package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.extenddb.admin.AccountService;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.MessagesAdmin;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The accounts of the installation. */
@Dependent
@Path("/accounts")
public class AccountsResource {
    private final AccountService accounts;
    private final AuditedChanges audited;
    private final CurrentCall current;

    @Inject
    public AccountsResource(AccountService accounts, AuditedChanges audited, CurrentCall current) {
        this.accounts = accounts;
        this.audited = audited;
        this.current = current;
    }

    /**
     * An account that is to be made.
     *
     * @param accountId twelve digits; any that are free where it is left out
     */
    public record NewAccount(
            @Nullable String accountId, @Nullable String name) implements RequestBody {}

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        current.get().requireAdministrator();
        return Answers.page(accounts.list(), it -> it.id().value(), AccountResource::json, new PageQuery(limit, next));
    }

    /** Makes an account with an access key of its root user, whose secret is shown here alone. */
    @POST
    public Response create(NewAccount body, @Context UriInfo here) {
        current.get().requireAdministrator();
        String name = Answers.required(body.name(), "name");
        AccountId id = body.accountId() == null ? accounts.freeId() : given(body.accountId());
        NewAccessKey key = audited.together(
                current.get(),
                new Attempt("admin:CreateAccount", "account/" + id, name),
                () -> accounts.create(id, name)
                        .orElseThrow(() -> AdminException.of(AdminError.CONFLICT, MessagesAdmin.accountExists(id))));
        Account account = accounts.get(id);
        Fields made = Fields.of("account", AccountResource.json(account))
                .with(
                        "rootAccessKey",
                        Fields.of("accessKeyId", key.stored().accessKeyId())
                                .with("secretAccessKey", key.secret())
                                .json());
        return Answers.created(here, id.value(), made.json(), account);
    }

    private static AccountId given(String id) {
        try {
            return new AccountId(id);
        } catch (IllegalArgumentException e) {
            throw AdminException.of(AdminError.INVALID, MessagesAdmin.NO_ACCOUNT_ID);
        }
    }
}
