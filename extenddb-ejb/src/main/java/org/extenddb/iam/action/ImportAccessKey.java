package org.extenddb.iam.action;

import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.extenddb.auth.AccessKeySecrets;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** Takes over an access key that was made elsewhere. AWS has no such action; who may create keys may do it. */
@SingleInstance
public final class ImportAccessKey implements QueryAction {
    private static final int MIN = 16;
    private static final int MAX = 128;

    /** ASIA begins the ids of temporary credentials. */
    private static final Pattern ID = Pattern.compile("(?!ASIA)\\w+");

    private static final Pattern SECRET = Pattern.compile("[!-~]+");

    private final IdentityStore store;
    private final AccessKeyStore keys;
    private final AccessKeySecrets secrets;

    @Inject
    public ImportAccessKey(IdentityStore store, AccessKeyStore keys, AccessKeySecrets secrets) {
        this.store = store;
        this.keys = keys;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "CreateAccessKey";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = KeyOwner.userName(call);
        String accessKeyId = text(call.in(), "AccessKeyId", ID);
        String secret = text(call.in(), "SecretAccessKey", SECRET);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity user = KeyOwner.authorized(call, account, userName);
            KeyOwner.requireRoom(account, user);
            String identityId = user == null ? null : user.id();
            if (keys.find(accessKeyId) != null) {
                throw QueryException.of(QueryError.ENTITY_ALREADY_EXISTS, MessagesIam.keyExists(accessKeyId));
            }
            StoredAccessKey key = secrets.importing(call.account(), identityId, accessKeyId, secret)
                    .stored();
            account.insert(key);
            call.out().begin("AccessKey");
            call.out().text("UserName", KeyOwner.shownName(user));
            call.out().text("AccessKeyId", accessKeyId);
            call.out().text("Status", "Active");
            call.out().time("CreateDate", key.createdAt());
            call.out().end();
            return null;
        });
    }

    private static String text(FormParameters in, String parameter, Pattern pattern) {
        String text = in.required(parameter);
        // What is no secret may be one with a slip in it: it is not repeated.
        if (text.length() < MIN || text.length() > MAX || !pattern.matcher(text).matches()) {
            throw QueryException.of(
                    QueryError.VALIDATION_ERROR, MessagesIam.invalidKeyPart(FormParameters.memberName(parameter)));
        }
        return text;
    }
}
