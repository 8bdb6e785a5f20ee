package org.extenddb.console.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
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
        return remembered.get(
                "details",
                () -> Iam.structure(iam.call(action("Get", ""), named()).get(kind.title())),
                Map.of());
    }

    /** IAM's action for this kind, such as {@code ListUserPolicies}. */
    String action(String verb, String what) {
        return verb + kind.title() + what;
    }

    // ---- policies

    public List<Map<String, Object>> getAttached() {
        return remembered.list(
                "attached", () -> iam.list(action("ListAttached", "Policies"), "AttachedPolicies", named()));
    }

    public List<Map<String, Object>> getAttachable() {
        return remembered.list("attachable", () -> iam.list("ListPolicies", "Policies", new ActionParameters()));
    }

    public void attach() {
        change(action("Attach", "Policy"), named().with("PolicyArn", attach), "policyAttached");
    }

    public void detach(String arn) {
        change(action("Detach", "Policy"), named().with("PolicyArn", arn), "policyDetached");
    }

    // ---- the boundary of users and roles

    /** The policy's ARN; empty where there is none. */
    public String getBoundary() {
        Object arn = Iam.structure(getDetails().get("PermissionsBoundary")).get("PermissionsBoundaryArn");
        return arn == null ? "" : arn.toString();
    }

    public void setBoundary() {
        change(action("Put", "PermissionsBoundary"), named().with("PermissionsBoundary", bound), "boundarySet");
    }

    public void removeBoundary() {
        change(action("Delete", "PermissionsBoundary"), named(), "boundaryGone");
    }

    public String getBound() {
        return bound;
    }

    public void setBound(@Nullable String bound) {
        this.bound = bound == null ? "" : bound;
    }

    // ---- its end

    public @Nullable String delete() {
        if (!notices.attempt(() -> iam.call(action("Delete", ""), named()))) {
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
}
