package org.extenddb.console.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.Notices;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Managed policies: the list, and one of them. */
@Named("policies")
@ViewScoped
public class PoliciesBean implements Serializable {
    private static final String EXAMPLE = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": ["dynamodb:GetItem", "dynamodb:Query"],
                  "Resource": "arn:aws:dynamodb:*:*:table/example"
                }
              ]
            }""";

    private final Iam iam;
    private final Notices notices;
    private String arn = "";
    private String newName = "";
    private @Nullable String document;

    @SuppressWarnings({"NullAway", "unused"})
    protected PoliciesBean() {
        this(null, null);
    }

    @Inject
    public PoliciesBean(Iam iam, Notices notices) {
        this.iam = iam;
        this.notices = notices;
    }

    public List<Map<String, Object>> getAll() {
        return iam.list("ListPolicies", "Policies", new ActionParameters());
    }

    public @Nullable String create() {
        ActionParameters policy =
                ActionParameters.of("PolicyName", newName.strip()).with("PolicyDocument", document);
        if (!notices.attempt(() -> iam.call("CreatePolicy", policy))) {
            return null;
        }
        notices.doneAndOn("policySaved");
        return "policies?faces-redirect=true";
    }

    public Map<String, Object> getDetails() {
        Map<String, Object> details = new HashMap<>();
        notices.attempt(() -> details.putAll(Iam.structure(
                iam.call("GetPolicy", ActionParameters.of("PolicyArn", arn)).get("Policy"))));
        return details;
    }

    public List<Map<String, Object>> getVersions() {
        return iam.list("ListPolicyVersions", "Versions", ActionParameters.of("PolicyArn", arn));
    }

    /** The five versions that a policy may have include the one in use: the oldest other one makes room. */
    public void save() {
        if (notices.attempt(() -> iam.call(
                "CreatePolicyVersion",
                ActionParameters.of("PolicyArn", arn)
                        .with("PolicyDocument", document)
                        .with("SetAsDefault", true)))) {
            notices.done("policySaved");
        }
    }

    public void use(String version) {
        notices.attempt(() -> iam.call(
                "SetDefaultPolicyVersion", ActionParameters.of("PolicyArn", arn).with("VersionId", version)));
    }

    public void deleteVersion(String version) {
        notices.attempt(() -> iam.call(
                "DeletePolicyVersion", ActionParameters.of("PolicyArn", arn).with("VersionId", version)));
    }

    public @Nullable String delete() {
        if (!notices.attempt(() -> iam.call("DeletePolicy", ActionParameters.of("PolicyArn", arn)))) {
            return null;
        }
        notices.doneAndOn("policyDeleted");
        return "policies?faces-redirect=true";
    }

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
        return Iam.elements(iam.call("ListEntitiesForPolicy", ActionParameters.of("PolicyArn", arn))
                .get(member));
    }

    /** AWS's own can be read and attached, not changed. */
    public boolean isReadOnly() {
        return arn.startsWith("arn:aws:iam::aws:");
    }

    public String getDocument() {
        if (document == null) {
            document = arn.isEmpty() ? EXAMPLE : stored();
        }
        return document;
    }

    private String stored() {
        Object version = getDetails().get("DefaultVersionId");
        Map<String, Object> read = iam.call(
                "GetPolicyVersion", ActionParameters.of("PolicyArn", arn).with("VersionId", version));
        return PolicyText.pretty(
                String.valueOf(Iam.structure(read.get("PolicyVersion")).get("Document")));
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }

    public String getArn() {
        return arn;
    }

    public void setArn(@Nullable String arn) {
        this.arn = arn == null ? "" : arn;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName == null ? "" : newName;
    }
}
