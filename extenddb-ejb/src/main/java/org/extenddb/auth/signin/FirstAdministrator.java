package org.extenddb.auth.signin;

import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.auth.BootstrapObserver;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.AdministratorConfig;
import org.extenddb.config.SignInConfig;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.identity.Password;
import org.extenddb.core.storage.AdministratorStore;

/**
 * The first administrator: without it nobody could make others. It is made of the configuration when somebody first signs in by its
 * name and there is nobody yet; whatever the configuration says later, it stays as it is.
 */
@SingleInstance
public final class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger("org.extenddb.auth");

    private final AdministratorConfig config;
    private final AdministratorStore store;
    private final PasswordHasher hasher;
    private final BootstrapObserver observer;
    private final int minimumLength;

    @Inject
    public FirstAdministrator(
            AdministratorConfig config,
            SignInConfig rules,
            AdministratorStore store,
            PasswordHasher hasher,
            BootstrapObserver observer) {
        this.minimumLength = rules.minimumLength();
        this.config = config;
        this.store = store;
        this.hasher = hasher;
        this.observer = observer;
    }

    /** Makes the configured one if it is this and nobody is there yet. */
    void provide(String name) {
        if (config.password().isPresent()
                && config.name().equalsIgnoreCase(name)
                && store.list().isEmpty()) {
            make(config.password().get());
        }
    }

    private void make(String password) {
        List<String> faults = PasswordRules.faults(password, config.name(), minimumLength);
        if (faults.isEmpty()) {
            create(config.name(), password, config.isMustChange());
        } else {
            LOG.log(
                    Level.WARNING,
                    () -> "EXDB0122W: There is no first administrator, since extenddb.bootstrap.adminPassword will"
                            + " not do: "
                            + String.join(" ", faults));
        }
    }

    /**
     * Makes the first one.
     *
     * @return false when somebody is there already
     */
    public boolean create(String name, String password, boolean mustChange) {
        Administrator first = Administrator.of(name, Password.of(hasher.hash(password), mustChange));
        boolean made = store.change(administrators -> {
            if (!administrators.list().isEmpty()) {
                return false;
            }
            administrators.insert(first);
            return true;
        });
        if (made) {
            LOG.log(Level.INFO, "EXDB0121I: The first administrator, {0}, was made.", name);
            observer.administratorMade(name);
        }
        return made;
    }
}
