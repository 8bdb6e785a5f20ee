package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.IdentityAdministration;
import org.extenddb.admin.MessagesAdmin;
import org.extenddb.admin.Precondition;
import org.extenddb.core.model.AccountId;
import org.extenddb.iam.ActionParameters;

/** Calls actions of IAM for whoever asks in this request. */
@Dependent
public class Iam {
    private final IdentityAdministration identities;
    private final CurrentCall current;

    @Inject
    public Iam(IdentityAdministration identities, CurrentCall current) {
        this.identities = identities;
        this.current = current;
    }

    Map<String, Object> call(String account, String action, ActionParameters parameters) {
        return identities.call(current.get(), id(account), action, parameters);
    }

    /**
     * Calls an action if what it changes is as the caller knows it.
     *
     * @param state what the precondition is about
     */
    Map<String, Object> change(
            String account, Precondition precondition, Supplier<Object> state, Supplier<Map<String, Object>> change) {
        return identities.changing(current.get(), id(account), precondition, state, change);
    }

    /** What the ETag of a user's login profile is about. */
    String loginProfileState(String account, String user) {
        return identities.loginProfileState(current.get(), id(account), user);
    }

    static AccountId id(String account) {
        try {
            return new AccountId(account);
        } catch (IllegalArgumentException e) {
            throw AdminException.of(AdminError.NOT_FOUND, MessagesAdmin.NO_ACCOUNT_ID);
        }
    }
}
