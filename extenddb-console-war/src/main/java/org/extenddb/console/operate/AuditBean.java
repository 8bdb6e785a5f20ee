package org.extenddb.console.operate;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.extenddb.console.message.Notices;
import org.extenddb.console.value.ShortArn;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.audit.AuditRecord;
import org.jspecify.annotations.Nullable;

/** The audit log, a page at a time. */
@Named("audit")
@ViewScoped
public class AuditBean implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 100;

    private final Administration administration;
    private final Notices notices;
    private String account = "";
    private String actor = "";
    private String action = "";
    private String outcome = "";
    private String from = "";
    private String until = "";
    private final Deque<Long> newer = new ArrayDeque<>();
    private long before = Long.MAX_VALUE;
    private long last;
    private transient @Nullable List<AuditRecord> records;

    @SuppressWarnings({"NullAway", "unused"})
    protected AuditBean() {
        this(null, null);
    }

    @Inject
    public AuditBean(Administration administration, Notices notices) {
        this.administration = administration;
        this.notices = notices;
    }

    public List<AuditEntry> getEntries() {
        if (records == null) {
            records = List.of();
            notices.attempt(() -> records = administration.audit(filter(), before, PAGE));
            last = records.isEmpty() ? 0 : records.get(records.size() - 1).sequence();
        }
        return records.stream().map(AuditRecord::entry).toList();
    }

    private AuditFilter filter() {
        return new AuditFilter(
                given(account),
                given(actor),
                given(action),
                outcome.isEmpty() ? null : AuditOutcome.valueOf(outcome),
                time(from),
                time(until));
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** As a browser's field for a time has it, in UTC. */
    private @Nullable Instant time(String text) {
        try {
            return text.isBlank() ? null : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            notices.problem(notices.text("timeWrong"), "");
            return null;
        }
    }

    public String shortened(String resource) {
        return ShortArn.of(resource);
    }

    public void find() {
        newer.clear();
        before = Long.MAX_VALUE;
        records = null;
    }

    public void older() {
        newer.push(before);
        before = last;
        records = null;
    }

    public void newer() {
        before = newer.isEmpty() ? Long.MAX_VALUE : newer.pop();
        records = null;
    }

    public boolean isOlder() {
        return getEntries().size() == PAGE;
    }

    public boolean isNewer() {
        return !newer.isEmpty();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account == null ? "" : account;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(@Nullable String actor) {
        this.actor = actor == null ? "" : actor;
    }

    public String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action == null ? "" : action;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome == null ? "" : outcome;
    }

    /** Records from this time on; empty for all. */
    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from == null ? "" : from;
    }

    /** Records before this time; empty for all. */
    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }
}
