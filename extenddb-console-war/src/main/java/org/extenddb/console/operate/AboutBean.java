package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What runs here, and where to read on. */
@Named("about")
@RequestScoped
public class AboutBean {
    private static final List<String> DOCUMENTS =
            List.of("differences-from-dynamodb", "operations", "security", "console", "performance", "architecture");

    private final ServerFigures figures;

    @SuppressWarnings({"NullAway", "unused"})
    protected AboutBean() {
        this(null);
    }

    @Inject
    public AboutBean(ServerFigures figures) {
        this.figures = figures;
    }

    public String getJava() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    }

    /** Empty while the database does not answer. */
    public String getPostgres() {
        return figures.storage().server();
    }

    /** Those that come with the console, by the names of their files. */
    public List<String> getDocuments() {
        return DOCUMENTS;
    }
}
