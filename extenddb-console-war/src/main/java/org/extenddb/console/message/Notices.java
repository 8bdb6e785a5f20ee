package org.extenddb.console.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.extenddb.admin.AdminException;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.queryprotocol.QueryException;

/** Tells the reader of a page what came of it. */
@ApplicationScoped
public class Notices {
    /** The component of the frame that shows them. */
    private static final String TOASTS = "toasts";

    private static final String BUNDLE = "org.extenddb.console.message.console";

    /** A text of the bundle, with what belongs into it. */
    public String text(String key, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, FacesContext.getCurrentInstance().getViewRoot().getLocale());
        return arguments.length == 0 ? texts.getString(key) : new MessageFormat(texts.getString(key)).format(arguments);
    }

    public void done(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, text(key, arguments), "");
    }

    public void problem(String summary, String detail) {
        add(FacesMessage.SEVERITY_ERROR, summary, detail);
    }

    /** Nobody gets in, for a reason that is a key of the bundle. */
    public void refusedEntry(String key, Object... arguments) {
        problem(text(key, arguments), "");
    }

    /** Done, and shown by the page that comes next. */
    public void doneAndOn(String key, Object... arguments) {
        done(key, arguments);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    /** DynamoDB's refusal in DynamoDB's words. */
    public void refused(DynamoDbException error) {
        String message = error.getMessage();
        problem(error.code().simpleName(), message == null ? "" : message);
    }

    /** Runs what may be refused, and tells the reader if it was; what was sent is not done then. */
    public boolean attempt(Runnable action) {
        boolean done = tell(action);
        if (!done) {
            FacesContext.getCurrentInstance().validationFailed();
        }
        return done;
    }

    /** The same for a part of what was sent, the rest of which is done. */
    public boolean tell(Runnable action) {
        try {
            action.run();
            return true;
        } catch (DynamoDbException e) {
            refused(e);
        } catch (QueryException e) {
            problem(e.error().code(), e.getMessage());
        } catch (AdminException e) {
            problem(e.getMessage(), "");
        }
        return false;
    }

    private static void add(Severity severity, String summary, String detail) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(severity, summary, detail));
        if (context.getPartialViewContext().isAjaxRequest()
                && context.getViewRoot().findComponent(TOASTS) != null) {
            context.getPartialViewContext().getRenderIds().add(TOASTS);
        }
    }
}
