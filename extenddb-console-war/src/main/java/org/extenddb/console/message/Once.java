package org.extenddb.console.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a form from being taken twice where the second time would do harm: a form carries a ticket, and each is taken once. What
 * DynamoDB or IAM refuses the second time anyway, such as a table of the same name, needs none.
 */
@Named("once")
@ViewScoped
public class Once implements Serializable {
    private final Notices notices;
    private String ticket = newTicket();
    private @Nullable String sent;

    @SuppressWarnings({"NullAway", "unused"})
    protected Once() {
        this(null);
    }

    @Inject
    public Once(Notices notices) {
        this.notices = notices;
    }

    /** Whether the form at hand has not been taken before; tells the reader if it has. */
    public synchronized boolean take() {
        boolean fresh = ticket.equals(sent);
        sent = null;
        if (fresh) {
            ticket = newTicket();
        } else {
            notices.problem(notices.text("sentBefore"), notices.text("sentBeforeText"));
        }
        return fresh;
    }

    private static String newTicket() {
        return UUID.randomUUID().toString();
    }

    public synchronized String getTicket() {
        return ticket;
    }

    public synchronized void setTicket(@Nullable String ticket) {
        this.sent = ticket;
    }
}
