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
    private final String problem;

    // A proxy of a request-scoped bean is made without arguments.
    protected LandingBean() {
        this.problem = "";
    }

    @Inject
    public LandingBean(DatabaseProbe database) {
        this.problem = database.problem();
    }

    public String getProduct() {
        return Build.NAME;
    }

    public String getVersion() {
        return Build.VERSION;
    }

    public boolean isReady() {
        return problem.isEmpty();
    }

    public String getReadiness() {
        return isReady() ? "Ready" : "Not ready: " + problem;
    }
}
