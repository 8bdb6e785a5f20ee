package org.extenddb.auth.signin;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.identity.Password;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AdministratorStore;
import org.jspecify.annotations.Nullable;

/** An administrator of the installation. */
record AdministratorLogin(AdministratorStore store, Administrator read, int minimumLength) implements Login {
    @Override
    public @Nullable AccountId account() {
        return null;
    }

    @Override
    public String id() {
        return read.name();
    }

    @Override
    public Password password() {
        return read.password();
    }

    @Override
    public SignedIn who(Instant signedInAt) {
        return new SignedIn.Administrator(read.name());
    }

    @Override
    public void signedIn(Instant when) {
        change(administrator -> administrator.withSignIn(when));
    }

    @Override
    public List<String> faults(String newPassword) {
        return PasswordRules.faults(newPassword, read.name(), minimumLength);
    }

    @Override
    public boolean replace(Password newPassword) {
        return change(administrator -> administrator.withPassword(newPassword));
    }

    /** Unless another password was set in between, or the administrator is gone. */
    private boolean change(UnaryOperator<Administrator> work) {
        return store.change(administrators -> {
            Administrator now = administrators.find(read.name());
            if (now == null || !now.password().stamp().equals(read.password().stamp())) {
                return false;
            }
            administrators.save(work.apply(now));
            return true;
        });
    }
}
