package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AdministratorChange;
import org.extenddb.admin.AdministratorService;
import org.extenddb.admin.AdministratorSummary;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.Precondition;
import org.jspecify.annotations.Nullable;

/** Who administers the installation. */
@Dependent
@Path("/administrators")
public class AdministratorResource {
    private final AdministratorService administrators;
    private final AuditedChanges audited;
    private final CurrentCall current;

    @Inject
    public AdministratorResource(AdministratorService administrators, AuditedChanges audited, CurrentCall current) {
        this.administrators = administrators;
        this.audited = audited;
        this.current = current;
    }

    /** An administrator that is to be made, or what is to change of one. A password that another sets has to be changed at sign-in. */
    public record AdministratorBody(
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean active) implements RequestBody {
        /** Says nothing of the password. */
        @Override
        public String toString() {
            return "AdministratorBody[" + name + "]";
        }
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        current.get().requireAdministrator();
        return Answers.page(
                administrators.list(),
                AdministratorSummary::name,
                AdministratorResource::json,
                new PageQuery(limit, next));
    }

    @POST
    public Response create(AdministratorBody body, @Context UriInfo here) {
        String name = Answers.required(body.name(), "name");
        String password = Answers.required(body.password(), "password");
        AdministratorSummary made =
                change("CreateAdministrator", name, "", () -> administrators.create(name, password));
        return Answers.created(here, made.name(), json(made), state(made));
    }

    @GET
    @Path("/{name}")
    public Response get(@PathParam("name") String name) {
        current.get().requireAdministrator();
        return ok(existing(name));
    }

    @PATCH
    @Path("/{name}")
    public Response change(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            AdministratorBody body) {
        current.get().requireAdministrator();
        Precondition precondition = Answers.precondition(ifMatch);
        precondition.require();
        String password = body.password();
        Boolean active = body.active();
        String detail = (password == null ? "" : "password ") + (active == null ? "" : "active=" + active);
        change(
                "UpdateAdministrator",
                name,
                detail.strip(),
                () -> administrators.update(name, password, active, it -> precondition.check(state(it))));
        return ok(existing(name));
    }

    /** Lets one try again who is locked. */
    @POST
    @Path("/{name}/unlock")
    public Response unlock(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Precondition precondition = Answers.precondition(ifMatch);
        change("UnlockAdministrator", name, "", () -> administrators.unlock(name, it -> precondition.check(state(it))));
        return Answers.done();
    }

    @DELETE
    @Path("/{name}")
    public Response delete(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Precondition precondition = Answers.precondition(ifMatch);
        change("DeleteAdministrator", name, "", () -> administrators.delete(name, it -> precondition.check(state(it))));
        return Answers.done();
    }

    private AdministratorSummary change(
            String action, String name, String detail, Supplier<AdministratorChange> change) {
        return audited.together(current.get(), new Attempt("admin:" + action, "administrator/" + name, detail), () -> {
            current.get().requireAdministrator();
            AdministratorChange result = change.get();
            if (result instanceof AdministratorChange.Done done) {
                return done.administrator();
            }
            throw refusal(name, result);
        });
    }

    private static AdminException refusal(String name, AdministratorChange result) {
        if (result instanceof AdministratorChange.Exists) {
            return AdminException.of(AdminError.CONFLICT, MessagesRest.administratorExists(name));
        }
        if (result instanceof AdministratorChange.LastOne) {
            return AdminException.of(AdminError.CONFLICT, MessagesRest.LAST_ADMINISTRATOR);
        }
        if (result instanceof AdministratorChange.Rejected rejected) {
            return AdminException.of(AdminError.INVALID, String.join(" ", rejected.reasons()));
        }
        return AdminException.of(AdminError.NOT_FOUND, MessagesRest.noAdministrator(name));
    }

    private AdministratorSummary existing(String name) {
        AdministratorSummary found = administrators.find(name);
        if (found == null) {
            throw AdminException.of(AdminError.NOT_FOUND, MessagesRest.noAdministrator(name));
        }
        return found;
    }

    private static Response ok(AdministratorSummary administrator) {
        return Answers.ok(json(administrator), state(administrator));
    }

    /** What others change; when it signed in last is nobody's state to mean. */
    private static Object state(AdministratorSummary it) {
        return it.name() + it.active() + it.passwordChangedAt() + it.mustChangePassword();
    }

    private static JsonObject json(AdministratorSummary it) {
        return Fields.of("name", it.name())
                .with("active", it.active())
                .with("mustChangePassword", it.mustChangePassword())
                .with("createdAt", it.createdAt())
                .with("passwordChangedAt", it.passwordChangedAt())
                .with("lastSignInAt", it.lastSignInAt())
                .with("lockedUntil", it.lockedUntil())
                .json();
    }
}
