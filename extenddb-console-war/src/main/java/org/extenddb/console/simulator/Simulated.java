package org.extenddb.console.simulator;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.console.client.Iam;
import org.jspecify.annotations.Nullable;

/**
 * What became of one action on one resource.
 *
 * @param decision {@code allowed}, {@code explicitDeny} or {@code implicitDeny}
 * @param message DynamoDB's or IAM's words for the refusal; empty when it is allowed
 * @param missing condition keys that were not given and might turn the decision
 * @param steps what each statement had to say, those that matched first
 */
public record Simulated(
        String action, String resource, String decision, String message, List<String> missing, List<Step> steps)
        implements Serializable {
    /**
     * A statement.
     *
     * @param type where its policy is attached, such as {@code BOUNDARY}
     * @param deciding whether it made the decision
     * @param condition the first that does not hold; empty when none is to blame
     */
    public record Step(
            String type,
            String policy,
            String statement,
            String effect,
            String outcome,
            String condition,
            boolean deciding)
            implements Serializable {}

    static Simulated of(Map<String, Object> result) {
        List<Map<String, Object>> deciding = Iam.elements(result.get("MatchedStatements"));
        List<Step> steps = Iam.elements(result.get("Trace")).stream()
                .map(step -> step(step, deciding))
                .sorted((one, other) -> Boolean.compare(other.deciding(), one.deciding()))
                .toList();
        return new Simulated(
                text(result.get("EvalActionName")),
                text(result.get("EvalResourceName")),
                text(result.get("EvalDecision")),
                text(result.get("Message")),
                result.get("MissingContextValues") instanceof List<?> keys
                        ? keys.stream().map(String::valueOf).toList()
                        : List.of(),
                steps);
    }

    private static Step step(Map<String, Object> step, List<Map<String, Object>> deciding) {
        boolean matched = text(step.get("Outcome")).equals("MATCHED")
                && deciding.stream()
                        .anyMatch(each -> Objects.equals(each.get("SourcePolicyId"), step.get("Policy"))
                                && Objects.equals(each.get("Statement"), step.get("Statement")));
        return new Step(
                text(step.get("PolicyType")),
                text(step.get("Policy")),
                text(step.get("Statement")),
                text(step.get("Effect")),
                text(step.get("Outcome")),
                text(step.get("Condition")),
                matched);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
