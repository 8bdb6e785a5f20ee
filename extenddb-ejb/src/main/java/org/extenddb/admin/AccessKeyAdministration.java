package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;
import org.extenddb.iam.ActionParameters;
import org.extenddb.iam.action.ImportAccessKey;
import org.jspecify.annotations.Nullable;

/** What IAM has no action of its own for: importing a key, and replacing one by another. */
@SingleInstance
public final class AccessKeyAdministration {
    private static final String USER_NAME = "UserName";
    private static final String ACCESS_KEY_ID = "AccessKeyId";

    private final IdentityAdministration identities;
    private final ImportAccessKey importAction;

    @Inject
    public AccessKeyAdministration(IdentityAdministration identities, ImportAccessKey importAction) {
        this.identities = identities;
        this.importAction = importAction;
    }

    /**
     * Takes over a key that was made elsewhere.
     *
     * @param user null for the root user
     */
    public Map<String, Object> importKey(
            AdminCall call, AccountId account, @Nullable String user, String accessKeyId, String secret) {
        return identities.call(
                call,
                account,
                importAction,
                ActionParameters.of(USER_NAME, user)
                        .with(ACCESS_KEY_ID, accessKeyId)
                        .with("SecretAccessKey", secret));
    }

    /**
     * Makes a new key and the old one inactive, both or neither.
     *
     * @return the new key, with its secret
     */
    public Map<String, Object> rotate(AdminCall call, AccountId account, @Nullable String user, String accessKeyId) {
        return identities.changing(call, account, Precondition.ANY, Map::of, () -> {
            identities.call(
                    call,
                    account,
                    "UpdateAccessKey",
                    ActionParameters.of(USER_NAME, user)
                            .with(ACCESS_KEY_ID, accessKeyId)
                            .with("Status", "Inactive"));
            return identities.call(call, account, "CreateAccessKey", ActionParameters.of(USER_NAME, user));
        });
    }
}
