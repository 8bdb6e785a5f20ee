package org.extenddb.console.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Where the request at hand is: where its page is, or where the session is for what asks outside a page. */
@ApplicationScoped
public class Places {
    private final PagePlace page;
    private final ConsoleSession session;

    @SuppressWarnings({"NullAway", "unused"})
    protected Places() {
        this(null, null);
    }

    @Inject
    public Places(PagePlace page, ConsoleSession session) {
        this.page = page;
        this.session = session;
    }

    public Place current() {
        @Nullable FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null ? session.getPlace() : page.place();
    }
}
