package org.extenddb.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.extenddb.telemetry.Build;
import org.extenddb.telemetry.DatabaseProbe;

/** The page that everybody may see: what runs here, and whether it is ready. */
@Named("landing")
@RequestScoped
public class LandingBean {
    private final boolean ready;

    // A proxy of a request-scoped bean is made without arguments.
    protected LandingBean() {
        this.ready = false;
    }

    @Inject
    public LandingBean(DatabaseProbe database) {
        this.ready = database.isReachable();
    }

    public String getProduct() {
        return Build.NAME;
    }

    public String getVersion() {
        return Build.VERSION;
    }

    public boolean isReady() {
        return ready;
    }

    public String getReadiness() {
        return ready ? "Ready" : "Not ready: the database cannot be reached";
    }
}
