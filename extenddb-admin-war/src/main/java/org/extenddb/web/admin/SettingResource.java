package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.extenddb.admin.AuditedSettings;
import org.extenddb.admin.Precondition;
import org.extenddb.admin.SettingService;
import org.extenddb.admin.SettingService.SettingState;
import org.jspecify.annotations.Nullable;

/** What the installation is set to. */
@Dependent
@Path("/settings")
public class SettingResource {
    private final SettingService settings;
    private final AuditedSettings audited;
    private final CurrentCall current;

    @Inject
    public SettingResource(SettingService settings, AuditedSettings audited, CurrentCall current) {
        this.settings = settings;
        this.audited = audited;
        this.current = current;
    }

    /** What a setting is to be. */
    public record NewValue(@Nullable String value) implements RequestBody {}

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        return Answers.page(
                settings.list(current.get()), SettingState::name, SettingResource::json, new PageQuery(limit, next));
    }

    @GET
    @Path("/{name}")
    public Response get(@PathParam("name") String name) {
        return ok(settings.get(current.get(), name));
    }

    @PUT
    @Path("/{name}")
    public Response set(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewValue body) {
        Precondition precondition = Answers.precondition(ifMatch);
        precondition.require();
        String value = Answers.required(body.value(), "value");
        return ok(audited.set(current.get(), name, value, precondition));
    }

    /** Lets the configuration count again. */
    @DELETE
    @Path("/{name}")
    public Response reset(@PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(audited.reset(current.get(), name, Answers.precondition(ifMatch)));
    }

    private static Response ok(SettingState setting) {
        return Answers.ok(json(setting), setting);
    }

    private static JsonObject json(SettingState setting) {
        return Fields.of("name", setting.name())
                .with("value", setting.value())
                .with("default", setting.defaultValue())
                .with("source", setting.source())
                .with("restart", setting.restart())
                .with("description", setting.description())
                .with("changedBy", setting.changedBy())
                .with("changedAt", setting.changedAt())
                .json();
    }
}
