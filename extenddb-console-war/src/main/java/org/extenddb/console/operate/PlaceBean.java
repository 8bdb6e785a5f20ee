package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.extenddb.admin.AccountService;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.console.session.LocalAddress;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/** Chooses account and region. */
@Named("place")
@RequestScoped
public class PlaceBean {
    private final ConsoleSession session;
    private final AccountService accounts;
    private String account = "";
    private String region = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected PlaceBean() {
        this.session = null;
        this.accounts = null;
    }

    @Inject
    public PlaceBean(ConsoleSession session, AccountService accounts) {
        this.session = session;
        this.accounts = accounts;
        this.account = session.getPlace().account();
        this.region = session.getPlace().region();
    }

    /** Those that may be chosen: administrators go anywhere, everybody else stays at home. */
    public List<Account> getAccounts() {
        return session.isAdministrator() ? accounts.list() : List.of();
    }

    public String label(Account each) {
        return each.name().isEmpty() ? each.id().value() : each.id() + "  " + each.name();
    }

    public void go() throws IOException {
        String known = getAccounts().stream()
                .map(each -> each.id().value())
                .filter(account::equals)
                .findFirst()
                .orElse(session.getPlace().account());
        session.go(new AccountId(known), new Region(region));
        String from = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("from");
        FacesContext.getCurrentInstance().getExternalContext().redirect(LocalAddress.of(from, "tables.xhtml"));
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account == null ? "" : account;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region == null ? "" : region.strip();
    }
}
