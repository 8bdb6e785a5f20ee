package org.extenddb.admin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.extenddb.auth.signin.FirstAdministrator;
import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.auth.signin.PasswordRules;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.SignInConfig;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.identity.Password;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.core.storage.AdministratorStore.Administrators;
import org.jspecify.annotations.Nullable;

/** The administrators of the installation. There is always an active one, once there was a first. */
@SingleInstance
public final class AdministratorService {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final String NAME_FAULT =
            "The name must have 1 to 64 characters: letters, digits and any of +=,.@_-.";

    private final AdministratorStore store;
    private final PasswordHasher hasher;
    private final FirstAdministrator first;
    private final SignIn signIn;
    private final SignInConfig config;

    @Inject
    public AdministratorService(
            AdministratorStore store,
            PasswordHasher hasher,
            FirstAdministrator first,
            SignIn signIn,
            SignInConfig config) {
        this.store = store;
        this.hasher = hasher;
        this.first = first;
        this.signIn = signIn;
        this.config = config;
    }

    /** All, by name. */
    public List<AdministratorSummary> list() {
        return store.list().stream().map(this::summary).toList();
    }

    public @Nullable AdministratorSummary find(String name) {
        Administrator found = store.find(name);
        return found == null ? null : summary(found);
    }

    /**
     * Makes the first one.
     *
     * @return false when somebody is there already
     */
    public boolean createFirst(String name, String password, boolean mustChange) {
        return first.create(name, password, mustChange);
    }

    /** Makes one. The password is good for nothing but choosing another one. */
    public AdministratorChange create(String name, String password) {
        List<String> faults = new ArrayList<>(PasswordRules.faults(password, name, config.minimumLength()));
        if (!NAME.matcher(name).matches()) {
            faults.add(0, NAME_FAULT);
        }
        if (!faults.isEmpty()) {
            return new AdministratorChange.Rejected(faults);
        }
        Administrator administrator = Administrator.of(name, Password.of(hasher.hash(password), true));
        return store.change(all -> {
            if (all.find(name) != null) {
                return new AdministratorChange.Exists();
            }
            all.insert(administrator);
            return done(administrator);
        });
    }

    /** Gives one who has forgotten it another password, which is good for nothing but choosing another one. Ends what it is signed in to. */
    public AdministratorChange resetPassword(String name, String password) {
        return update(name, password, null, it -> {});
    }

    /** One who is not active cannot sign in, and is signed in no longer. */
    public AdministratorChange setActive(String name, boolean active) {
        return update(name, null, active, it -> {});
    }

    /**
     * Both of it in one transaction.
     *
     * @param password another one; null leaves it
     * @param active null leaves it
     * @param condition throws what the caller gets unless the administrator is as the caller means
     */
    public AdministratorChange update(
            String name,
            @Nullable String password,
            @Nullable Boolean active,
            Consumer<AdministratorSummary> condition) {
        List<String> faults =
                password == null ? List.of() : PasswordRules.faults(password, name, config.minimumLength());
        if (!faults.isEmpty()) {
            return new AdministratorChange.Rejected(faults);
        }
        Password replaced = password == null ? null : Password.of(hasher.hash(password), true);
        AdministratorChange change = change(name, it -> {
            condition.accept(summary(it, null));
            Administrator changed = replaced == null ? it : it.withPassword(replaced);
            return active == null ? changed : changed.withActive(active);
        });
        if (replaced != null && change instanceof AdministratorChange.Done) {
            signIn.unlock(null, name);
        }
        return change;
    }

    /**
     * Lets one try again after wrong passwords.
     *
     * @param condition as of {@link #update}
     */
    public AdministratorChange unlock(String name, Consumer<AdministratorSummary> condition) {
        AdministratorChange change = change(name, it -> {
            condition.accept(summary(it, null));
            return it;
        });
        signIn.unlock(null, name);
        return change;
    }

    /** @param condition as of {@link #update} */
    public AdministratorChange delete(String name, Consumer<AdministratorSummary> condition) {
        return store.change(all -> {
            Administrator administrator = all.find(name);
            if (administrator == null) {
                return new AdministratorChange.NoSuch();
            }
            condition.accept(summary(administrator, null));
            if (isLast(administrator, all)) {
                return new AdministratorChange.LastOne();
            }
            all.delete(administrator);
            return done(administrator);
        });
    }

    private AdministratorChange change(String name, UnaryOperator<Administrator> work) {
        return store.change(all -> {
            Administrator before = all.find(name);
            if (before == null) {
                return new AdministratorChange.NoSuch();
            }
            Administrator after = work.apply(before);
            if (!after.active() && isLast(before, all)) {
                return new AdministratorChange.LastOne();
            }
            all.save(after);
            return done(after);
        });
    }

    private static boolean isLast(Administrator administrator, Administrators all) {
        return administrator.active()
                && all.list().stream().filter(Administrator::active).count() == 1;
    }

    /** Without asking for locks: that is a transaction of its own, and this is inside of one. */
    private static AdministratorChange done(Administrator administrator) {
        return new AdministratorChange.Done(summary(administrator, null));
    }

    private AdministratorSummary summary(Administrator administrator) {
        return summary(administrator, signIn.lockedUntil(null, administrator.name()));
    }

    private static AdministratorSummary summary(Administrator administrator, @Nullable Instant lockedUntil) {
        return new AdministratorSummary(
                administrator.name(),
                administrator.active(),
                administrator.password().mustChange(),
                administrator.createdAt(),
                administrator.password().changedAt(),
                administrator.lastSignInAt(),
                lockedUntil);
    }
}
