package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.console.client.Iam;
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
    private final Notices notices;
    private final IdentityKind kind;
    private String filter = "";
    private String newName = "";
    private boolean withKey = true;
    private String policyArn = "";
    private @Nullable NewKey key;
    private @Nullable List<Map<String, Object>> found;

    @SuppressWarnings({"NullAway", "unused"})
    protected IdentitiesBean() {
        this.iam = null;
        this.places = null;
        this.notices = null;
        this.kind = IdentityKind.USER;
    }

    @Inject
    public IdentitiesBean(Iam iam, Places places, Notices notices, HttpServletRequest request) {
        this.iam = iam;
        this.places = places;
        this.notices = notices;
        this.kind = IdentityKinds.ofPage(request);
    }

    public List<Map<String, Object>> getAll() {
        if (found == null) {
            found = List.of();
            notices.attempt(() -> found = read());
        }
        return found;
    }

    private List<Map<String, Object>> read() {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return iam.list("List" + kind.title() + "s", kind.title() + "s", new ActionParameters()).stream()
                .filter(each -> String.valueOf(each.get(getNameMember()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    /** Policies that can be attached to a new one. */
    public List<Map<String, Object>> getPolicies() {
        try {
            return iam.list("ListPolicies", "Policies", new ActionParameters());
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    public void create() {
        found = null;
        notices.attempt(() -> {
            ActionParameters name = ActionParameters.of(getNameMember(), newName.strip());
            iam.call(
                    "Create" + kind.title(),
                    kind == IdentityKind.ROLE ? name.with("AssumeRolePolicyDocument", trust()) : name);
            if (!policyArn.isEmpty()) {
                iam.call(
                        "Attach" + kind.title() + "Policy",
                        ActionParameters.of(getNameMember(), newName.strip()).with("PolicyArn", policyArn));
            }
            if (kind == IdentityKind.USER && withKey) {
                key = NewKey.of(iam.call("CreateAccessKey", ActionParameters.of("UserName", newName.strip())));
            }
            notices.done("identityCreated", newName.strip());
            newName = "";
        });
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
}
