package org.extenddb.console.session;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/** Who uses the console in this browser, and where in ExtendDB they are. */
@Named("me")
@SessionScoped
public class ConsoleSession implements Serializable {
    private @Nullable Visitor visitor;
    private Place place = Place.NOWHERE;

    public void signIn(Visitor who, AccountId home) {
        visitor = who;
        place = new Place(home.value(), place.region());
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

    /** Where pages that are opened now are. */
    public Place getPlace() {
        return place;
    }

    /** Goes elsewhere: administrators to any account; everybody else stays in their own. */
    public void go(AccountId account, Region region) {
        place = new Place(isAdministrator() ? account.value() : place.account(), region.value());
    }
}
