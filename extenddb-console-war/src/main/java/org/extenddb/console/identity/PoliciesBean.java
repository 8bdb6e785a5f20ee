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

/** The managed policies of the account, and AWS's own; makes new ones. */
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
    private final Remembered remembered;
    private final Notices notices;
    private final FieldNotices fields;
    private String newName = "";
    private String document = EXAMPLE;

    @SuppressWarnings({"NullAway", "unused"})
    protected PoliciesBean() {
        this(null, null, null, null);
    }

    @Inject
    public PoliciesBean(Iam iam, Remembered remembered, Notices notices, FieldNotices fields) {
        this.iam = iam;
        this.remembered = remembered;
        this.notices = notices;
        this.fields = fields;
    }

    public List<Map<String, Object>> getAll() {
        return remembered.list("policies", () -> iam.list("ListPolicies", "Policies", new ActionParameters()));
    }

    public @Nullable String create() {
        ActionParameters policy =
                ActionParameters.of("PolicyName", newName.strip()).with("PolicyDocument", document);
        if (!fields.attempt("new:document", () -> iam.call("CreatePolicy", policy))) {
            return null;
        }
        notices.doneAndOn("policySaved");
        return "policies?faces-redirect=true";
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document == null ? "" : document;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName == null ? "" : newName;
    }
}
