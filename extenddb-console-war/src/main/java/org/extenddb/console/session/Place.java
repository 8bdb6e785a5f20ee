package org.extenddb.console.session;

import java.io.Serializable;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;

/**
 * Where in ExtendDB a page is.
 *
 * @param account twelve digits; empty where nobody is signed in
 */
public record Place(String account, String region) implements Serializable {
    private static final String FIRST_REGION = "us-east-1";

    /** Before anybody has signed in. */
    static final Place NOWHERE = new Place("", FIRST_REGION);

    public Region inRegion() {
        return new Region(region);
    }

    public TableAddress table(String name) {
        return new TableAddress(new AccountId(account), inRegion(), name);
    }

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
