package org.extenddb.config;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** The first administrator. Holds a secret: it has no toString of its own and is never logged. */
@SingleInstance
public final class AdministratorConfig {
    private final String name;
    private final Optional<String> password;
    private final boolean mustChange;

    /**
     * Reads the configuration.
     *
     * @param name of the first administrator
     * @param password of the first administrator, who is made with it when nobody is there yet
     * @param mustChange whether that password is good for nothing but choosing another one
     */
    @Inject
    public AdministratorConfig(
            @ConfigProperty(name = "extenddb.bootstrap.adminName", defaultValue = "admin") String name,
            @ConfigProperty(name = "extenddb.bootstrap.adminPassword") Optional<String> password,
            @ConfigProperty(name = "extenddb.bootstrap.adminMustChangePassword", defaultValue = "true")
                    boolean mustChange) {
        this.name = name.strip();
        this.password = password.map(String::strip).filter(text -> !text.isEmpty());
        this.mustChange = mustChange;
    }

    public String name() {
        return name;
    }

    public Optional<String> password() {
        return password;
    }

    public boolean isMustChange() {
        return mustChange;
    }
}
