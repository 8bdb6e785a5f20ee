package org.extenddb.console.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** Shows DynamoDB's refusal beside the field that it is about. */
@ApplicationScoped
public class FieldNotices {
    private final Notices notices;

    @SuppressWarnings({"NullAway.Init", "unused"})
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
        String member = Member.in(message);
        UIComponent field = member == null ? null : context.getViewRoot().findComponent(":" + form + ":" + member);
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

    /** What a message is about. */
    static final class Member {
        private Member() {}

        /** The first member that a message names: {@code ... at 'tableName' failed ...}; null when it names none. */
        static @Nullable String in(String message) {
            int at = message.indexOf(" at '");
            if (at >= 0) {
                int from = at + " at '".length();
                int to = from;
                while (to < message.length() && Character.isLetterOrDigit(message.charAt(to))) {
                    to++;
                }
                return message.substring(from, to);
            }
            return message.startsWith("TableName ") ? "tableName" : null;
        }
    }
}
