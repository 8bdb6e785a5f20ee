package org.extenddb.console.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.Notices;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** A user, group or role: its policies, and what belongs to its kind. */
@Named("identity")
@ViewScoped
public class IdentityBean implements Serializable {
    private final Iam iam;
    private final Remembered remembered;
    private final Notices notices;
    private final IdentityKind kind;
    private String name = "";
    private String attach = "";
    private String bound = "";
    private String inlineName = "";
    private String inlineDocument = "";
    private @Nullable String trust;

    @SuppressWarnings({"NullAway", "unused"})
    protected IdentityBean() {
        this.iam = null;
        this.remembered = null;
        this.notices = null;
        this.kind = IdentityKind.USER;
    }

    @Inject
    public IdentityBean(Iam iam, Remembered remembered, Notices notices, HttpServletRequest request) {
        this.iam = iam;
        this.remembered = remembered;
        this.notices = notices;
        this.kind = IdentityKinds.ofPage(request);
    }

    /** Its own parameter, to which others are added. */
    ActionParameters named() {
        return ActionParameters.of(IdentityKinds.nameParameter(kind), name);
    }

    public Map<String, Object> getDetails() {
        return remembered.get("details", this::details);
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        notices.attempt(() -> details.putAll(
                Iam.structure(iam.call("Get" + kind.title(), named()).get(kind.title()))));
        return details;
    }

    // ---- policies

    public List<Map<String, Object>> getAttached() {
        return remembered.get(
                "attached", () -> iam.list("ListAttached" + kind.title() + "Policies", "AttachedPolicies", named()));
    }

    public List<String> getInline() {
        return remembered.get("inline", () -> iam.names("List" + kind.title() + "Policies", "PolicyNames", named()));
    }

    public List<Map<String, Object>> getAttachable() {
        return remembered.get("attachable", () -> iam.list("ListPolicies", "Policies", new ActionParameters()));
    }

    public void attach() {
        change("Attach" + kind.title() + "Policy", named().with("PolicyArn", attach), "policyAttached");
    }

    public void detach(String arn) {
        change("Detach" + kind.title() + "Policy", named().with("PolicyArn", arn), "policyDetached");
    }

    public void editInline(String policy) {
        notices.attempt(() -> {
            inlineDocument = PolicyText.pretty(
                    String.valueOf(iam.call("Get" + kind.title() + "Policy", named().with("PolicyName", policy))
                            .get("PolicyDocument")));
            inlineName = policy;
        });
    }

    public void saveInline() {
        ActionParameters policy = named().with("PolicyName", inlineName.strip()).with("PolicyDocument", inlineDocument);
        if (change("Put" + kind.title() + "Policy", policy, "policySaved")) {
            inlineName = "";
            inlineDocument = "";
        }
    }

    public void deleteInline(String policy) {
        change("Delete" + kind.title() + "Policy", named().with("PolicyName", policy), "policyDeleted");
    }

    // ---- the boundary of users and roles

    /** The policy's ARN; empty where there is none. */
    public String getBoundary() {
        Object arn = Iam.structure(getDetails().get("PermissionsBoundary")).get("PermissionsBoundaryArn");
        return arn == null ? "" : arn.toString();
    }

    public void setBoundary() {
        change("Put" + kind.title() + "PermissionsBoundary", named().with("PermissionsBoundary", bound), "boundarySet");
    }

    public void removeBoundary() {
        change("Delete" + kind.title() + "PermissionsBoundary", named(), "boundaryGone");
    }

    public String getBound() {
        return bound;
    }

    public void setBound(@Nullable String bound) {
        this.bound = bound == null ? "" : bound;
    }

    // ---- a role's trust

    public String getTrust() {
        String shown = trust == null
                ? PolicyText.pretty(String.valueOf(getDetails().getOrDefault("AssumeRolePolicyDocument", "")))
                : trust;
        trust = shown;
        return shown;
    }

    public void setTrust(@Nullable String trust) {
        this.trust = trust;
    }

    public void saveTrust() {
        change("UpdateAssumeRolePolicy", named().with("PolicyDocument", trust), "policySaved");
    }

    // ---- its end

    public @Nullable String delete() {
        if (!notices.attempt(() -> iam.call("Delete" + kind.title(), named()))) {
            return null;
        }
        notices.doneAndOn("identityDeleted", name);
        return getKind() + "s?faces-redirect=true";
    }

    private boolean change(String action, ActionParameters parameters, String done) {
        boolean accepted = notices.attempt(() -> iam.call(action, parameters));
        remembered.forget();
        if (accepted) {
            notices.done(done);
        }
        return accepted;
    }

    public String getKind() {
        return kind.title().toLowerCase(Locale.ROOT);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
        remembered.forget();
    }

    public String getAttach() {
        return attach;
    }

    public void setAttach(@Nullable String attach) {
        this.attach = attach == null ? "" : attach;
    }

    public String getInlineName() {
        return inlineName;
    }

    public void setInlineName(@Nullable String inlineName) {
        this.inlineName = inlineName == null ? "" : inlineName;
    }

    public String getInlineDocument() {
        return inlineDocument;
    }

    public void setInlineDocument(@Nullable String inlineDocument) {
        this.inlineDocument = inlineDocument == null ? "" : inlineDocument;
    }
}
