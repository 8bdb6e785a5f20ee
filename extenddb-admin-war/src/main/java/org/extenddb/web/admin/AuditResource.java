package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AuditService;
import org.extenddb.audit.AuditVerification;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.audit.AuditRecord;
import org.jspecify.annotations.Nullable;

/** The audit log. */
@Dependent
@Path("/audit")
public class AuditResource {
    private final AuditService audit;
    private final CurrentCall current;

    @Inject
    public AuditResource(AuditService audit, CurrentCall current) {
        this.audit = audit;
        this.current = current;
    }

    /** Which records are asked for. */
    public static class Filter {
        @QueryParam("account")
        @Nullable
        String account;

        @QueryParam("actor")
        @Nullable
        String actor;

        @QueryParam("action")
        @Nullable
        String action;

        @QueryParam("outcome")
        @Nullable
        String outcome;

        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        @QueryParam("limit")
        @Nullable
        String limit;

        @QueryParam("next")
        @Nullable
        String next;

        AuditFilter filter() {
            return new AuditFilter(account, actor, action, outcome(), time("from", from), time("to", to));
        }

        long before() {
            if (next == null) {
                return Long.MAX_VALUE;
            }
            if (!next.matches("\\d{1,18}")) {
                throw AdminException.of(AdminError.INVALID, MessagesRest.BAD_NEXT);
            }
            return Long.parseLong(next);
        }

        private @Nullable AuditOutcome outcome() {
            try {
                return outcome == null ? null : AuditOutcome.valueOf(outcome);
            } catch (IllegalArgumentException e) {
                throw AdminException.of(AdminError.INVALID, MessagesRest.badParameter("outcome"));
            }
        }

        private static @Nullable Instant time(String name, @Nullable String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw AdminException.of(AdminError.INVALID, MessagesRest.badParameter(name));
            }
        }
    }

    /** Newest first. */
    @GET
    public Response list(@BeanParam Filter query) {
        current.get().requireAdministrator();
        int limit = Answers.limit(query.limit);
        List<AuditRecord> records = audit.read(query.filter(), query.before(), limit);
        JsonArrayBuilder items = Json.createArrayBuilder();
        records.forEach(it -> items.add(json(it)));
        JsonObjectBuilder page = Json.createObjectBuilder().add("items", items);
        if (records.size() == limit) {
            page.add("next", Long.toString(records.get(limit - 1).sequence()));
        }
        return Answers.ok(page.build());
    }

    /** Walks along the chain. */
    @POST
    @Path("/verify")
    public Response verify() {
        current.get().requireAdministrator();
        AuditVerification result = audit.verify();
        if (result instanceof AuditVerification.Intact intact) {
            return Answers.ok(Fields.of("intact", true)
                    .with("first", intact.first())
                    .with("last", intact.last())
                    .with("lastHash", intact.lastHash())
                    .json());
        }
        AuditVerification.Broken broken = (AuditVerification.Broken) result;
        return Answers.ok(Fields.of("intact", false)
                .with("sequence", broken.sequence())
                .with("reason", broken.reason())
                .json());
    }

    private static JsonObject json(AuditRecord it) {
        return Fields.of("sequence", it.sequence())
                .with("at", it.entry().at())
                .with("server", it.entry().server())
                .with("actor", it.entry().actor())
                .with("account", it.entry().account())
                .with("accessKeyId", it.entry().accessKeyId())
                .with("action", it.entry().action())
                .with("resource", it.entry().resource())
                .with("sourceAddress", it.entry().sourceAddress())
                .with("requestId", it.entry().requestId())
                .with("outcome", it.entry().outcome())
                .with("error", it.entry().error())
                .with("detail", it.entry().detail())
                .json();
    }
}
