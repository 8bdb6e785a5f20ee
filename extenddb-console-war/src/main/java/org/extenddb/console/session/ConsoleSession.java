package org.extenddb.console.session;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Who uses the console in this browser, and where in ExtendDB they are. */
@Named("me")
@SessionScoped
public class ConsoleSession implements Serializable {
    private static final String FIRST_REGION = "us-east-1";

    private @Nullable Visitor visitor;
    private String account = "";
    private String region = FIRST_REGION;

    public void signIn(Visitor who, AccountId home) {
        visitor = who;
        account = home.value();
    }

    /** Goes on with a later token. */
    void renew(Visitor.Member later) {
        visitor = later;
    }

    public @Nullable Visitor getVisitor() {
        return visitor;
    }

    public boolean isSignedIn() {
        return visitor != null;
    }

    public boolean isAdministrator() {
        return visitor instanceof Visitor.Member member && member.administrator();
    }

    /** What the corner of each page says. */
    public String getName() {
        return visitor == null ? "" : visitor.name();
    }

    public String getAccount() {
        return account;
    }

    /** For administrators alone; everybody else stays at home. */
    public void setAccount(String account) {
        if (isAdministrator()) {
            this.account = new AccountId(account).value();
        }
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        if (region.matches("[a-z0-9-]{1,40}")) {
            this.region = region;
        }
    }
}
