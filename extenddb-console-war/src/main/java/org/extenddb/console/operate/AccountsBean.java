package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.extenddb.admin.AccountService;
import org.extenddb.admin.AdminCall;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.Precondition;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.console.identity.NewKey;
import org.extenddb.console.message.Notices;
import org.extenddb.console.message.Once;
import org.extenddb.console.session.AdminCalls;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The accounts of the installation, for its administrators. */
@Named("accounts")
@RequestScoped
public class AccountsBean {
    private final AccountService service;
    private final AdminCalls calls;
    private final AuditedChanges audited;
    private final Notices notices;
    private final Once once;
    private final boolean allowed;
    private String newName = "";
    private String newId = "";
    private @Nullable NewKey key;

    @SuppressWarnings({"NullAway", "unused"})
    protected AccountsBean() {
        this.service = null;
        this.calls = null;
        this.audited = null;
        this.notices = null;
        this.once = null;
        this.allowed = false;
    }

    @Inject
    public AccountsBean(
            AccountService service,
            AdminCalls calls,
            AuditedChanges audited,
            Notices notices,
            Once once,
            ConsoleSession session) {
        this.service = service;
        this.calls = calls;
        this.audited = audited;
        this.notices = notices;
        this.once = once;
        this.allowed = session.isAdministrator();
    }

    public List<Account> getAll() {
        if (!allowed) {
            return List.of();
        }
        calls.current().requireAdministrator();
        return service.list();
    }

    public void create() {
        if (!allowed || !once.take()) {
            return;
        }
        if (!newId.isBlank() && !newId.strip().matches("[0-9]{12}")) {
            notices.problem(notices.text("accountIdWrong"), "");
            return;
        }
        notices.attempt(() -> {
            AccountId id = newId.isBlank() ? service.freeId() : new AccountId(newId.strip());
            String name = newName.strip();
            String there = notices.text("accountThere", id.value());
            NewAccessKey made = audited(
                    "CreateAccount",
                    id,
                    name,
                    () -> service.create(id, name).orElseThrow(() -> AdminException.of(AdminError.CONFLICT, there)));
            key = new NewKey(made.stored().accessKeyId(), made.secret());
            notices.done("accountMade", id.value());
            newName = "";
            newId = "";
        });
    }

    public void close(String id) {
        AccountId account = new AccountId(id);
        change(() -> audited("CloseAccount", account, "", () -> service.close(account, Precondition.ANY)));
    }

    public void reopen(String id) {
        AccountId account = new AccountId(id);
        change(() -> audited("ReopenAccount", account, "", () -> service.reopen(account, Precondition.ANY)));
    }

    private void change(Runnable change) {
        if (allowed) {
            notices.attempt(change);
        }
    }

    /** As whoever is signed in now, and not as who once was. */
    private <T> T audited(String action, AccountId account, String detail, Supplier<T> change) {
        AdminCall call = calls.current();
        return audited.together(call, new Attempt("admin:" + action, "account/" + account, detail), () -> {
            call.requireAdministrator();
            return change.get();
        });
    }

    public @Nullable NewKey getKey() {
        return key;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName == null ? "" : newName;
    }

    /** Empty for one that is drawn. */
    public String getNewId() {
        return newId;
    }

    public void setNewId(@Nullable String newId) {
        this.newId = newId == null ? "" : newId;
    }
}
