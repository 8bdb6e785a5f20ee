package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.console.session.Places;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Users, groups or roles of the account; makes new ones. */
@Named("identities")
@RequestScoped
public class IdentitiesBean {
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}""";

    private final Iam iam;
    private final Places places;
    private final Remembered remembered;
    private final Notices notices;
    private final FieldNotices fields;
    private final IdentityKind kind;
    private String filter = "";
    private String newName = "";
    private boolean withKey = true;
    private String policyArn = "";
    private @Nullable NewKey key;
    private String created = "";
    private boolean unfinished;

    @SuppressWarnings({"NullAway", "unused"})
    protected IdentitiesBean() {
        this.iam = null;
        this.places = null;
        this.remembered = null;
        this.notices = null;
        this.fields = null;
        this.kind = IdentityKind.USER;
    }

    @Inject
    public IdentitiesBean(
            Iam iam,
            Places places,
            Remembered remembered,
            Notices notices,
            FieldNotices fields,
            HttpServletRequest request) {
        this.iam = iam;
        this.places = places;
        this.remembered = remembered;
        this.notices = notices;
        this.fields = fields;
        this.kind = IdentityKinds.ofPage(request);
    }

    public List<Map<String, Object>> getAll() {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        String kinds = kind.title() + "s";
        return remembered.list("identities", () -> iam.list("List" + kinds, kinds, new ActionParameters())).stream()
                .filter(each -> String.valueOf(each.get(getNameMember()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    /** Policies that can be attached to a new one. */
    public List<Map<String, Object>> getPolicies() {
        return remembered.list("policies", () -> iam.list("ListPolicies", "Policies", new ActionParameters()));
    }

    /** A step at a time: where a later one is refused, the earlier ones are done and the page of the new one is the place to go on. */
    public void create() {
        remembered.forget();
        String name = newName.strip();
        ActionParameters named = ActionParameters.of(getNameMember(), name);
        ActionParameters made = kind == IdentityKind.ROLE ? named.with("AssumeRolePolicyDocument", trust()) : named;
        if (!fields.attempt("create:name", () -> iam.call("Create" + kind.title(), made))) {
            return;
        }
        notices.done("identityCreated", name);
        created = name;
        newName = "";
        if (!policyArn.isEmpty()) {
            step(() -> iam.call("Attach" + kind.title() + "Policy", named.with("PolicyArn", policyArn)));
        }
        if (kind == IdentityKind.USER && withKey) {
            step(() -> key = NewKey.of(iam.call("CreateAccessKey", named)));
        }
        remembered.forget();
    }

    private void step(Runnable action) {
        unfinished |= !notices.tell(action);
    }

    /** Everybody of the account, as far as their own policies let them: the page of the role is the place to narrow it. */
    private String trust() {
        return TRUST.formatted("arn:aws:iam::" + places.current().account() + ":root");
    }

    public String getNameMember() {
        return IdentityKinds.nameParameter(kind);
    }

    /** In small letters, for addresses and keys of the bundle. */
    public String getKind() {
        return kind.title().toLowerCase(Locale.ROOT);
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(@Nullable String filter) {
        this.filter = filter == null ? "" : filter;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName == null ? "" : newName;
    }

    public boolean isWithKey() {
        return withKey;
    }

    public void setWithKey(boolean withKey) {
        this.withKey = withKey;
    }

    public String getPolicyArn() {
        return policyArn;
    }

    public void setPolicyArn(@Nullable String policyArn) {
        this.policyArn = policyArn == null ? "" : policyArn;
    }

    public @Nullable NewKey getKey() {
        return key;
    }

    /** The one that was just made, where not all that was asked for could be done; empty otherwise. */
    public String getUnfinished() {
        return unfinished ? created : "";
    }
}
