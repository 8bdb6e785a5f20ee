package org.extenddb.console.session;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * Where a page is: as it was when the page was opened. Another tab of the same browser may go elsewhere since; what this page then
 * does still happens to the tables that it shows.
 */
@Named("here")
@ViewScoped
public class PagePlace implements Serializable {
    private final Place place;

    @SuppressWarnings("unused")
    protected PagePlace() {
        this.place = Place.NOWHERE;
    }

    @Inject
    public PagePlace(ConsoleSession session) {
        this.place = session.getPlace();
    }

    Place place() {
        return place;
    }

    public String getAccount() {
        return place.account();
    }

    public String getRegion() {
        return place.region();
    }
}
