package org.extenddb.console.simulator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.extenddb.console.client.Iam;
import org.extenddb.console.identity.Remembered;
import org.extenddb.console.message.Notices;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Asks the evaluator that decides about requests whether somebody might do something, and shows why. */
@Named("simulator")
@ViewScoped
public class SimulatorBean implements Serializable {
    private final Iam iam;
    private final TableFacts tables;
    private final KnownActions known;
    private final Remembered remembered;
    private final Notices notices;
    private final List<ContextRow> context = new ArrayList<>();
    private String principal = "";
    private String policy = "";
    private String actions = "dynamodb:GetItem\ndynamodb:PutItem";
    private String resources = "*";
    private List<Simulated> results = List.of();
    private List<String> remarks = List.of();

    @SuppressWarnings({"NullAway", "unused"})
    protected SimulatorBean() {
        this(null, null, null, null, null);
    }

    @Inject
    public SimulatorBean(Iam iam, TableFacts tables, KnownActions known, Remembered remembered, Notices notices) {
        this.iam = iam;
        this.tables = tables;
        this.known = known;
        this.remembered = remembered;
        this.notices = notices;
    }

    /** Resource by resource: each has a policy and tags of its own. */
    public void run() {
        List<Simulated> found = new ArrayList<>();
        List<String> said = new ArrayList<>();
        known.strange(lines(actions)).forEach(each -> said.add(notices.text("strangeAction", each)));
        notices.attempt(() -> {
            for (String resource : resources.isBlank() ? List.of("*") : lines(resources)) {
                TableFacts.Found facts = tables.of(resource);
                if (!facts.unread().isEmpty()) {
                    said.add(notices.text("factsUnread", resource) + " " + facts.unread());
                }
                found.addAll(simulate(resource, facts));
            }
        });
        results = found;
        remarks = said;
        found.forEach(each -> each.missing().forEach(this::suggest));
    }

    private List<Simulated> simulate(String resource, TableFacts.Found facts) {
        ActionParameters question = new ActionParameters()
                .list("ActionNames", lines(actions))
                .list("ResourceArns", List.of(resource))
                .with("ResourcePolicy", facts.policy().isEmpty() ? null : facts.policy());
        if (!policy.isBlank()) {
            question.list("PolicyInputList", List.of(policy));
        }
        int i = 0;
        for (Map.Entry<String, List<String>> key : given(facts).entrySet()) {
            String entry = "ContextEntries.member." + ++i;
            question.with(entry + ".ContextKeyName", key.getKey()).with(entry + ".ContextKeyType", "stringList");
            question.list(entry + ".ContextKeyValues", key.getValue());
        }
        boolean somebody = !principal.isBlank();
        if (somebody) {
            question.with("PolicySourceArn", principal.strip());
        }
        Map<String, Object> answer = iam.call(somebody ? "SimulatePrincipalPolicy" : "SimulateCustomPolicy", question);
        return Iam.elements(answer.get("EvaluationResults")).stream()
                .map(Simulated::of)
                .toList();
    }

    /** What the table has by itself, unless the reader says otherwise. */
    private Map<String, List<String>> given(TableFacts.Found facts) {
        Map<String, List<String>> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        facts.tags().forEach((key, value) -> given.put("aws:ResourceTag/" + key, List.of(value)));
        context.stream().filter(ContextRow::isGiven).forEach(row -> given.put(row.getKey(), row.list()));
        return given;
    }

    /** A row for a key that some policy asks for, unless there is one. */
    private void suggest(String key) {
        if (context.stream().noneMatch(row -> row.getKey().equalsIgnoreCase(key))) {
            context.add(new ContextRow(key, ""));
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public void addKey() {
        context.add(new ContextRow("", ""));
    }

    public void removeKey(ContextRow row) {
        context.remove(row);
    }

    public List<ContextRow> getContext() {
        return context;
    }

    /** The ARNs of those who can be asked about, as far as they may be listed. */
    public List<String> getPrincipals() {
        return Stream.of("User", "Group", "Role")
                .flatMap(kind -> remembered
                        .list(
                                "all" + kind + "s",
                                () -> iam.list("List" + kind + "s", kind + "s", new ActionParameters()))
                        .stream())
                .map(each -> String.valueOf(each.get("Arn")))
                .toList();
    }

    public Set<String> getKnownActions() {
        return known.all();
    }

    /** What the reader should know beside the results. */
    public List<String> getRemarks() {
        return remarks;
    }

    public List<Simulated> getResults() {
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
