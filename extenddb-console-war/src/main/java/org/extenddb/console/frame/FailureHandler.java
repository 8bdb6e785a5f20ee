package org.extenddb.console.frame;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.admin.AdminException;
import org.extenddb.console.session.AskedPage;
import org.extenddb.console.session.Redirect;
import org.extenddb.console.session.SignedOutException;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/** The console's outer edge: whatever a page did not expect becomes a page that says what to do now. */
final class FailureHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger("org.extenddb.console");

    FailureHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        if (!events.hasNext()) {
            return;
        }
        Throwable failure = cause(events.next().getContext().getException());
        events.remove();
        while (events.hasNext()) {
            events.next();
            events.remove();
        }
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            // What was written of the page before it failed would stand before the answer, or be one half of two.
            ExternalContext external = context.getExternalContext();
            String target = answer(failure, context);
            external.responseReset();
            Redirect.to(
                    target, (HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
            context.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static String answer(Throwable failure, FacesContext context) {
        ExternalContext external = context.getExternalContext();
        String root = external.getRequestContextPath();
        String page = AskedPage.of((HttpServletRequest) external.getRequest());
        if (failure instanceof SignedOutException) {
            external.invalidateSession();
            return root + "/signin.xhtml?expired=true&next=" + encoded(page);
        }
        if (failure instanceof ViewExpiredException) {
            return root + "/" + renewed(page);
        }
        return root + "/error.xhtml?" + about(failure, context) + "&from=" + encoded(page);
    }

    /** Loaded again, and saying so. */
    private static String renewed(String page) {
        return page.contains("renewed=true") ? page : page + (page.contains("?") ? "&" : "?") + "renewed=true";
    }

    private static String about(Throwable failure, FacesContext context) {
        String id = UUID.randomUUID().toString();
        Refusal refusal = Refusal.of(failure);
        if (refusal != null) {
            // In the session: an address with texts in it would show whatever somebody wrote into a link.
            context.getExternalContext().getSessionMap().put(Refusal.class.getName(), refusal.as(id));
        } else if (!(failure instanceof DynamoDbException)) {
            PhaseId phase = context.getCurrentPhaseId();
            LOG.log(Level.SEVERE, failure, () -> "EXDB0301E A page of the console failed (" + id + ", " + phase + ")");
        }
        return "id=" + id;
    }

    /** What beans threw, out of what Faces wrapped around it. */
    private static Throwable cause(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof DynamoDbException
                    || at instanceof QueryException
                    || at instanceof AdminException
                    || at instanceof SignedOutException
                    || at instanceof ViewExpiredException) {
                return at;
            }
        }
        return thrown;
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
