package org.extenddb.console.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** The policies that a user, group or role has for itself, and the editor of one. */
@Named("inline")
@ViewScoped
public class InlinePolicyBean implements Serializable {
    private static final String EDITOR = "inline:inlineDocument";

    private final Iam iam;
    private final Remembered remembered;
    private final IdentityBean identity;
    private final Notices notices;
    private final FieldNotices fields;
    private final PolicyEditor editor = new PolicyEditor();
    private String opened = "";
    private String name = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected InlinePolicyBean() {
        this(null, null, null, null, null);
    }

    @Inject
    public InlinePolicyBean(
            Iam iam, Remembered remembered, IdentityBean identity, Notices notices, FieldNotices fields) {
        this.iam = iam;
        this.remembered = remembered;
        this.identity = identity;
        this.notices = notices;
        this.fields = fields;
    }

    public List<String> getNames() {
        return remembered.list(
                "inline", () -> iam.names(identity.action("List", "Policies"), "PolicyNames", identity.named()));
    }

    public void edit(String policy) {
        notices.attempt(() -> {
            editor.open(stored(policy));
            opened = policy;
            name = policy;
        });
    }

    /** Not over one that somebody else has changed or made since the editor was opened. */
    public void save() {
        String target = name.strip();
        fields.attempt(EDITOR, () -> {
            if (!target.equals(opened)) {
                editor.startAnew();
                opened = "";
            }
            if (editor.isStill(storedOrNull(target))) {
                iam.call(identity.action("Put", "Policy"), parameters(target).with("PolicyDocument", editor.text()));
                notices.done("policySaved");
                close();
            } else {
                notices.problem(
                        notices.text(target.equals(opened) ? "policyChanged" : "policyThere", target),
                        notices.text("policyChangedText"));
            }
        });
        remembered.forget();
    }

    public void delete(String policy) {
        if (notices.attempt(() -> iam.call(identity.action("Delete", "Policy"), parameters(policy)))) {
            notices.done("policyDeleted");
            if (policy.equals(opened)) {
                close();
            }
        }
        remembered.forget();
    }

    private void close() {
        editor.open(null);
        opened = "";
        name = "";
    }

    private String stored(String policy) {
        return String.valueOf(
                iam.call(identity.action("Get", "Policy"), parameters(policy)).get("PolicyDocument"));
    }

    private @Nullable String storedOrNull(String policy) {
        try {
            return stored(policy);
        } catch (QueryException e) {
            if (e.error() == QueryError.NO_SUCH_ENTITY) {
                return null;
            }
            throw e;
        }
    }

    private ActionParameters parameters(String policy) {
        return identity.named().with("PolicyName", policy);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getDocument() {
        return editor.text();
    }

    public void setDocument(@Nullable String document) {
        editor.type(document);
    }
}
