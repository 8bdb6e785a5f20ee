package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.extenddb.admin.AccountService;
import org.extenddb.admin.Precondition;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.console.identity.NewKey;
import org.extenddb.console.message.Notices;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The accounts of the installation, for its administrators. */
@Named("accounts")
@RequestScoped
public class AccountsBean {
    private final AccountService service;
    private final Notices notices;
    private final boolean allowed;
    private String newName = "";
    private String newId = "";
    private @Nullable NewKey key;

    @SuppressWarnings({"NullAway", "unused"})
    protected AccountsBean() {
        this.service = null;
        this.notices = null;
        this.allowed = false;
    }

    @Inject
    public AccountsBean(AccountService service, Notices notices, ConsoleSession session) {
        this.service = service;
        this.notices = notices;
        this.allowed = session.isAdministrator();
    }

    public List<Account> getAll() {
        return allowed ? service.list() : List.of();
    }

    public void create() {
        if (!allowed) {
            return;
        }
        if (!newId.isBlank() && !newId.strip().matches("[0-9]{12}")) {
            notices.problem(notices.text("accountIdWrong"), "");
            return;
        }
        notices.attempt(() -> {
            AccountId id = newId.isBlank() ? service.freeId() : new AccountId(newId.strip());
            Optional<NewAccessKey> made = service.create(id, newName.strip());
            if (made.isEmpty()) {
                notices.problem(notices.text("accountThere", id.value()), "");
                return;
            }
            key = new NewKey(made.get().stored().accessKeyId(), made.get().secret());
            notices.done("accountMade", id.value());
            newName = "";
            newId = "";
        });
    }

    public void close(String id) {
        change(() -> service.close(new AccountId(id), Precondition.ANY));
    }

    public void reopen(String id) {
        change(() -> service.reopen(new AccountId(id), Precondition.ANY));
    }

    private void change(Runnable change) {
        if (allowed) {
            notices.attempt(change);
        }
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
