package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.extenddb.console.client.Iam;
import org.extenddb.console.message.Notices;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Asks whether somebody might do something, and why. */
@Named("simulator")
@RequestScoped
public class SimulatorBean {
    private final Iam iam;
    private final Notices notices;
    private String principal = "";
    private String policy = "";
    private String actions = "dynamodb:GetItem\ndynamodb:PutItem";
    private String resources = "*";
    private List<Map<String, Object>> results = List.of();

    @SuppressWarnings({"NullAway", "unused"})
    protected SimulatorBean() {
        this(null, null);
    }

    @Inject
    public SimulatorBean(Iam iam, Notices notices) {
        this.iam = iam;
        this.notices = notices;
    }

    public void run() {
        ActionParameters question =
                new ActionParameters().list("ActionNames", lines(actions)).list("ResourceArns", lines(resources));
        if (!policy.isBlank()) {
            question.list("PolicyInputList", List.of(policy));
        }
        boolean somebody = !principal.isBlank();
        if (somebody) {
            question.with("PolicySourceArn", principal.strip());
        }
        notices.attempt(() ->
                results = Iam.elements(iam.call(somebody ? "SimulatePrincipalPolicy" : "SimulateCustomPolicy", question)
                        .get("EvaluationResults")));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Those who can be asked about. */
    public List<Map<String, Object>> getUsers() {
        return iam.list("ListUsers", "Users", new ActionParameters());
    }

    public List<Map<String, Object>> getRoles() {
        return iam.list("ListRoles", "Roles", new ActionParameters());
    }

    /** What each statement had to say. */
    public List<Map<String, Object>> trace(Map<String, Object> result) {
        return Iam.elements(result.get("Trace"));
    }

    public List<Map<String, Object>> getResults() {
        return results;
    }

    /** An ARN; empty to ask about the policy alone. */
    public String getPrincipal() {
        return principal;
    }

    public void setPrincipal(@Nullable String principal) {
        this.principal = principal == null ? "" : principal;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(@Nullable String policy) {
        this.policy = policy == null ? "" : policy;
    }

    public String getActions() {
        return actions;
    }

    public void setActions(@Nullable String actions) {
        this.actions = actions == null ? "" : actions;
    }

    public String getResources() {
        return resources;
    }

    public void setResources(@Nullable String resources) {
        this.resources = resources == null ? "" : resources;
    }
}
