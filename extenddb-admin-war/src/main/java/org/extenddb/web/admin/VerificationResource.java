package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.extenddb.admin.VerificationService;

/** Whether what is stored is whole. */
@Dependent
@Path("/verify")
public class VerificationResource {
    private final VerificationService verification;
    private final CurrentCall current;

    @Inject
    public VerificationResource(VerificationService verification, CurrentCall current) {
        this.verification = verification;
        this.current = current;
    }

    @POST
    public Response verify() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        verification
                .verify(current.get())
                .forEach(it -> items.add(Fields.of("check", it.name())
                        .with("ok", it.ok())
                        .with("message", it.message())
                        .json()));
        return Answers.ok(Json.createObjectBuilder().add("items", items).build());
    }
}
