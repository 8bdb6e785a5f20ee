package org.extenddb.console.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** A managed policy: its versions, the editor that makes another one, and to whom it is attached. */
@Named("managedPolicy")
@ViewScoped
public class PolicyBean implements Serializable {
    private final Iam iam;
    private final Remembered remembered;
    private final Notices notices;
    private final FieldNotices fields;
    private String arn = "";
    private String inUse = "";
    private String shown = "";
    private @Nullable String document;

    @SuppressWarnings({"NullAway", "unused"})
    protected PolicyBean() {
        this(null, null, null, null);
    }

    @Inject
    public PolicyBean(Iam iam, Remembered remembered, Notices notices, FieldNotices fields) {
        this.iam = iam;
        this.remembered = remembered;
        this.notices = notices;
        this.fields = fields;
    }

    public Map<String, Object> getDetails() {
        return remembered.get(
                "policy", () -> Iam.structure(iam.call("GetPolicy", named()).get("Policy")), Map.of());
    }

    /** The last part of the ARN. */
    public String getName() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private ActionParameters named() {
        return ActionParameters.of("PolicyArn", arn);
    }

    private String versionInUse() {
        return String.valueOf(getDetails().getOrDefault("DefaultVersionId", ""));
    }

    // ---- the editor

    public String getDocument() {
        String text = document;
        if (text == null) {
            inUse = versionInUse();
            shown = inUse;
            text = read(inUse);
            document = text;
        }
        return text;
    }

    private String read(String version) {
        return remembered.get(
                "document/" + version,
                () -> PolicyText.pretty(String.valueOf(
                        Iam.structure(iam.call("GetPolicyVersion", named().with("VersionId", version))
                                        .get("PolicyVersion"))
                                .get("Document"))),
                "");
    }

    /** Puts a version into the editor. */
    public void show(String version) {
        inUse = versionInUse();
        shown = version;
        document = read(version);
    }

    /**
     * As a new version that is in use from now on, and not over one that somebody else has put in use since the editor was opened. A
     * policy has five versions at most: IAM refuses the sixth.
     */
    public void save() {
        remembered.forget();
        boolean saved = fields.attempt("edit:document", () -> {
            if (!inUse.equals(versionInUse())) {
                notices.problem(notices.text("policyChanged", getName()), notices.text("policyChangedText"));
                return;
            }
            iam.call(
                    "CreatePolicyVersion",
                    named().with("PolicyDocument", document).with("SetAsDefault", true));
            notices.done("policySaved");
            document = null;
        });
        if (saved) {
            remembered.forget();
        }
    }

    // ---- versions

    public List<Map<String, Object>> getVersions() {
        return remembered.list("versions", () -> iam.list("ListPolicyVersions", "Versions", named()));
    }

    public void use(String version) {
        if (notices.attempt(() -> iam.call("SetDefaultPolicyVersion", named().with("VersionId", version)))) {
            notices.done("policyInUse", version);
            document = null;
        }
        remembered.forget();
    }

    public void deleteVersion(String version) {
        if (notices.attempt(() -> iam.call("DeletePolicyVersion", named().with("VersionId", version)))) {
            notices.done("policyDeleted");
            document = version.equals(shown) ? null : document;
        }
        remembered.forget();
    }

    public @Nullable String delete() {
        if (!notices.attempt(this::deleteWhole)) {
            remembered.forget();
            return null;
        }
        notices.doneAndOn("policyDeleted");
        return "policies?faces-redirect=true";
    }

    /** IAM deletes a policy with one version that is attached to nobody: what stands in the way for good is asked first. */
    private void deleteWhole() {
        remembered.forget();
        boolean attached =
                !(getUsers().isEmpty() && getGroups().isEmpty() && getRoles().isEmpty());
        if (!attached) {
            getVersions().stream()
                    .filter(each -> !Boolean.TRUE.equals(each.get("IsDefaultVersion")))
                    .forEach(each -> iam.call("DeletePolicyVersion", named().with("VersionId", each.get("VersionId"))));
        }
        iam.call("DeletePolicy", named());
    }

    // ---- to whom it is attached

    public List<Map<String, Object>> getUsers() {
        return entities("PolicyUsers");
    }

    public List<Map<String, Object>> getGroups() {
        return entities("PolicyGroups");
    }

    public List<Map<String, Object>> getRoles() {
        return entities("PolicyRoles");
    }

    private List<Map<String, Object>> entities(String member) {
        return Iam.elements(remembered
                .get("entities", () -> iam.call("ListEntitiesForPolicy", named()), Map.of())
                .get(member));
    }

    /** AWS's own can be read and attached, not changed. */
    public boolean isReadOnly() {
        return arn.startsWith("arn:aws:iam::aws:");
    }

    /** The version in the editor. */
    public String getShown() {
        return shown;
    }

    public void setDocument(@Nullable String document) {
        this.document = document == null ? "" : document;
    }

    public String getArn() {
        return arn;
    }

    public void setArn(@Nullable String arn) {
        this.arn = arn == null ? "" : arn;
    }
}
