package org.extenddb.console.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/** Shows DynamoDB's refusal beside the field that it is about. */
@ApplicationScoped
public class FieldNotices {
    private final Notices notices;

    @SuppressWarnings({"NullAway", "unused"})
    protected FieldNotices() {
        this(null);
    }

    @Inject
    public FieldNotices(Notices notices) {
        this.notices = notices;
    }

    /** @param form the client id of the form, whose fields have the names of DynamoDB's members */
    public void refused(DynamoDbException error, String form) {
        FacesContext context = FacesContext.getCurrentInstance();
        String message = error.getMessage() == null ? "" : error.getMessage();
        UIComponent field = field(context, form, Member.path(message));
        if (field == null) {
            notices.refused(error);
            return;
        }
        if (field instanceof EditableValueHolder input) {
            input.setValid(false);
        }
        context.addMessage(
                field.getClientId(context),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, error.code().simpleName(), message));
        context.validationFailed();
    }

    /**
     * Runs what IAM may refuse for what stands in a field, and shows its words beside that field.
     *
     * @param field the field's client id, such as {@code edit:document}
     */
    public boolean attempt(String field, Runnable action) {
        try {
            action.run();
            return true;
        } catch (QueryException e) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.addMessage(
                    field,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, e.error().code(), e.getMessage()));
            context.validationFailed();
            return false;
        }
    }

    /** The innermost member that the form has a field for. */
    private static @Nullable UIComponent field(FacesContext context, String form, List<String> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            UIComponent field = context.getViewRoot().findComponent(":" + form + ":" + path.get(i));
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    /** What a message is about. */
    static final class Member {
        private static final Pattern AT = Pattern.compile(" at '([A-Za-z0-9.]+)");

        private Member() {}

        /** The first member that a message names, from the outermost: {@code ... at 'a.b' failed ...}; none when it names none. */
        static List<String> path(String message) {
            Matcher at = AT.matcher(message);
            if (at.find()) {
                return List.of(at.group(1).split("\\."));
            }
            return message.startsWith("TableName ") ? List.of("tableName") : List.of();
        }
    }
}
