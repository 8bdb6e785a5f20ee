package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.extenddb.admin.AccountService;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.Precondition;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** One account. */
@Dependent
@Path("/accounts/{account}")
public class AccountResource {
    private static final String CLOSED = "CLOSED";
    private static final String OPEN = "OPEN";

    private final AccountService accounts;
    private final AuditedChanges audited;
    private final Iam iam;
    private final CurrentCall current;

    @PathParam("account")
    private String account = "";

    @Inject
    public AccountResource(AccountService accounts, AuditedChanges audited, Iam iam, CurrentCall current) {
        this.accounts = accounts;
        this.audited = audited;
        this.iam = iam;
        this.current = current;
    }

    /** An account that is to have another name, or is to be OPEN or CLOSED. */
    public record AccountChange(
            @Nullable String name, @Nullable String status) implements RequestBody {}

    @GET
    public Response get() {
        current.get().requireAdministrator();
        return ok(accounts.get(id()));
    }

    @GET
    @Path("/summary")
    public Response summary() {
        return Answers.ok(Tree.json(iam.call(account, "GetAccountSummary", new ActionParameters())));
    }

    @PATCH
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, AccountChange body) {
        current.get().requireAdministrator();
        Precondition precondition = Answers.precondition(ifMatch);
        precondition.require();
        if (body.status() != null
                && !body.status().equals(OPEN)
                && !body.status().equals(CLOSED)) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.badMember("status"));
        }
        Precondition left = precondition;
        if (body.name() != null) {
            String name = body.name();
            audited("RenameAccount", name, () -> accounts.rename(id(), name, precondition));
            left = Precondition.ANY;
        }
        if (body.status() != null) {
            Precondition state = left;
            return ok(
                    body.status().equals(CLOSED)
                            ? audited("CloseAccount", "", () -> accounts.close(id(), state))
                            : audited("ReopenAccount", "", () -> accounts.reopen(id(), state)));
        }
        return get();
    }

    /** Closes it: what it has stays, and nobody is let into it. */
    @DELETE
    public Response close(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        current.get().requireAdministrator();
        audited("CloseAccount", "", () -> accounts.close(id(), Answers.precondition(ifMatch)));
        return Answers.done();
    }

    private AccountId id() {
        return Iam.id(account);
    }

    private Account audited(String action, String detail, Supplier<Account> change) {
        return audited.together(current.get(), new Attempt("admin:" + action, "account/" + id(), detail), change);
    }

    private static Response ok(Account account) {
        return Answers.ok(json(account), account);
    }

    static JsonObject json(Account account) {
        return Fields.of("accountId", account.id())
                .with("name", account.name())
                .with("status", account.isClosed() ? CLOSED : OPEN)
                .with("createdAt", account.createdAt())
                .with("closedAt", account.closedAt())
                .json();
    }
}
