package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Asks whether somebody could do something, and which statements decide. */
@Dependent
@Path("/accounts/{account}/simulate")
public class SimulationResource {
    private final Iam iam;

    @PathParam("account")
    private String account = "";

    @Inject
    public SimulationResource(Iam iam) {
        this.iam = iam;
    }

    /**
     * What is to be simulated.
     *
     * @param principal the ARN of a user, group or role whose policies count; without one, those of {@code policies} alone
     * @param policies that count beside them
     * @param permissionsBoundary that counts instead of the principal's
     * @param resourcePolicy of every resource
     * @param context values of condition keys
     */
    public record Simulation(
            @Nullable String principal,
            @Nullable List<JsonObject> policies,
            @Nullable JsonObject permissionsBoundary,
            @Nullable JsonObject resourcePolicy,
            @Nullable List<String> actions,
            @Nullable List<String> resources,
            @Nullable Map<String, List<String>> context)
            implements RequestBody {}

    @POST
    public Response simulate(Simulation body) {
        ActionParameters parameters = new ActionParameters()
                .with("PolicySourceArn", body.principal())
                .list("PolicyInputList", documents(body.policies()))
                .list(
                        "PermissionsBoundaryPolicyInputList",
                        documents(body.permissionsBoundary() == null ? null : List.of(body.permissionsBoundary())))
                .with("ResourcePolicy", body.resourcePolicy())
                .list("ActionNames", Answers.required(body.actions(), "actions"))
                .list("ResourceArns", body.resources());
        if (body.context() != null) {
            int i = 0;
            for (Map.Entry<String, List<String>> entry : body.context().entrySet()) {
                String name = "ContextEntries.member." + ++i;
                parameters.with(name + ".ContextKeyName", entry.getKey());
                parameters.list(name + ".ContextKeyValues", entry.getValue());
            }
        }
        String action = body.principal() == null ? "SimulateCustomPolicy" : "SimulatePrincipalPolicy";
        return Answers.page(iam.call(account, action, parameters), "EvaluationResults");
    }

    private static List<String> documents(@Nullable List<JsonObject> policies) {
        return policies == null
                ? List.of()
                : policies.stream().map(JsonObject::toString).toList();
    }
}
