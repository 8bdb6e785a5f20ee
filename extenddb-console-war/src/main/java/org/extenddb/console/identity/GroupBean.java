package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.Notices;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** What only groups have: members. */
@Named("group")
@RequestScoped
public class GroupBean {
    private final Iam iam;
    private final Remembered remembered;
    private final IdentityBean identity;
    private final Notices notices;
    private String user = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected GroupBean() {
        this(null, null, null, null);
    }

    @Inject
    public GroupBean(Iam iam, Remembered remembered, IdentityBean identity, Notices notices) {
        this.iam = iam;
        this.remembered = remembered;
        this.identity = identity;
        this.notices = notices;
    }

    public List<Map<String, Object>> getMembers() {
        return remembered.list("members", () -> iam.list("GetGroup", "Users", identity.named()));
    }

    public List<Map<String, Object>> getAllUsers() {
        return remembered.list("allUsers", () -> iam.list("ListUsers", "Users", new ActionParameters()));
    }

    public void add() {
        change("AddUserToGroup", user);
    }

    public void remove(String member) {
        change("RemoveUserFromGroup", member);
    }

    private void change(String action, String member) {
        notices.attempt(() -> iam.call(action, identity.named().with("UserName", member)));
        remembered.forget();
    }

    public String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user == null ? "" : user;
    }
}
