package org.extenddb.console.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** Who may take a role on. */
@Named("trust")
@ViewScoped
public class TrustBean implements Serializable {
    private final Iam iam;
    private final Remembered remembered;
    private final IdentityBean identity;
    private final Notices notices;
    private final FieldNotices fields;
    private final PolicyEditor editor = new PolicyEditor();
    private boolean open;

    @SuppressWarnings({"NullAway", "unused"})
    protected TrustBean() {
        this(null, null, null, null, null);
    }

    @Inject
    public TrustBean(Iam iam, Remembered remembered, IdentityBean identity, Notices notices, FieldNotices fields) {
        this.iam = iam;
        this.remembered = remembered;
        this.identity = identity;
        this.notices = notices;
        this.fields = fields;
    }

    /** Not over what somebody else has changed since the page was opened. */
    public void save() {
        remembered.forget();
        fields.attempt("trust:document", () -> {
            if (editor.isStill(stored())) {
                iam.call("UpdateAssumeRolePolicy", identity.named().with("PolicyDocument", editor.text()));
                notices.done("policySaved");
                open = false;
            } else {
                notices.problem(notices.text("policyChanged", identity.getName()), notices.text("policyChangedText"));
            }
        });
        remembered.forget();
    }

    private String stored() {
        return String.valueOf(identity.getDetails().getOrDefault("AssumeRolePolicyDocument", ""));
    }

    public String getDocument() {
        if (!open) {
            editor.open(stored());
            open = true;
        }
        return editor.text();
    }

    public void setDocument(@Nullable String document) {
        editor.type(document);
    }
}
