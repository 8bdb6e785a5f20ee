package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.Notices;
import org.extenddb.console.message.Once;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** What only users have: access keys, groups and a password. */
@Named("user")
@RequestScoped
public class UserBean {
    private final Iam iam;
    private final Remembered remembered;
    private final IdentityBean identity;
    private final Notices notices;
    private final Once once;
    private String group = "";
    private String password = "";
    private @Nullable NewKey key;

    @SuppressWarnings({"NullAway", "unused"})
    protected UserBean() {
        this(null, null, null, null, null);
    }

    @Inject
    public UserBean(Iam iam, Remembered remembered, IdentityBean identity, Notices notices, Once once) {
        this.iam = iam;
        this.remembered = remembered;
        this.identity = identity;
        this.notices = notices;
        this.once = once;
    }

    /** Each with when it was used last, under {@code LastUsed}. */
    public List<Map<String, Object>> getKeys() {
        return remembered.list(
                "keys",
                () -> iam.list("ListAccessKeys", "AccessKeyMetadata", identity.named()).stream()
                        .map(this::withUse)
                        .toList());
    }

    private Map<String, Object> withUse(Map<String, Object> known) {
        Map<String, Object> with = new HashMap<>(known);
        with.put("LastUsed", lastUse(String.valueOf(known.get("AccessKeyId"))));
        return with;
    }

    private String lastUse(String id) {
        Map<String, Object> use = remembered.get(
                "use/" + id,
                () -> Iam.structure(iam.call("GetAccessKeyLastUsed", ActionParameters.of("AccessKeyId", id))
                        .get("AccessKeyLastUsed")),
                Map.of());
        if (!remembered.refusal("use/" + id).isEmpty()) {
            return notices.text("noAccess");
        }
        Object when = use.get("LastUsedDate");
        return when == null ? "–" : when + " " + use.get("ServiceName");
    }

    public void createKey() {
        newKey();
    }

    /** The secret of a key that nobody asked for would never be seen, and there are two keys at most. */
    private boolean newKey() {
        return once.take() && attempt(() -> key = NewKey.of(iam.call("CreateAccessKey", identity.named())));
    }

    /** A second key beside one that is in use, which goes on working: clients change over in their own time. */
    public void rotateKey(String id) {
        if (newKey()) {
            notices.done("keyRotated", id);
        }
    }

    public void setKeyActive(String id, boolean active) {
        attempt(() -> iam.call(
                "UpdateAccessKey",
                identity.named().with("AccessKeyId", id).with("Status", active ? "Active" : "Inactive")));
    }

    public void deleteKey(String id) {
        attempt(() -> iam.call("DeleteAccessKey", identity.named().with("AccessKeyId", id)));
    }

    public List<Map<String, Object>> getGroups() {
        return remembered.list("groups", () -> iam.list("ListGroupsForUser", "Groups", identity.named()));
    }

    public List<Map<String, Object>> getAllGroups() {
        return remembered.list("allGroups", () -> iam.list("ListGroups", "Groups", new ActionParameters()));
    }

    public void join() {
        attempt(() -> iam.call("AddUserToGroup", identity.named().with("GroupName", group)));
    }

    public void leave(String name) {
        attempt(() -> iam.call("RemoveUserFromGroup", identity.named().with("GroupName", name)));
    }

    /** Whether the user may sign in to the console by a password. */
    public boolean isWithPassword() {
        return remembered.get("withPassword", this::hasPassword, false);
    }

    private boolean hasPassword() {
        try {
            iam.call("GetLoginProfile", identity.named());
            return true;
        } catch (QueryException e) {
            if (e.error() == QueryError.NO_SUCH_ENTITY) {
                return false;
            }
            throw e;
        }
    }

    public void savePassword() {
        String action = isWithPassword() ? "UpdateLoginProfile" : "CreateLoginProfile";
        if (attempt(() ->
                iam.call(action, identity.named().with("Password", password).with("PasswordResetRequired", true)))) {
            notices.done("passwordSet");
        }
    }

    public void deletePassword() {
        if (attempt(() -> iam.call("DeleteLoginProfile", identity.named()))) {
            notices.done("passwordGone");
        }
    }

    public @Nullable NewKey getKey() {
        return key;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group == null ? "" : group;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password == null ? "" : password;
    }

    private boolean attempt(Runnable change) {
        boolean accepted = notices.attempt(change);
        remembered.forget();
        return accepted;
    }
}
