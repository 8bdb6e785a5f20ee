package org.extenddb.iam.action;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.PolicyUse;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.Region;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation asks for.
 *
 * @param policies that count beside those of the principal
 * @param boundary that counts instead of the principal's; null where there is none
 * @param resourcePolicy of every resource; null where there is none
 * @param context values of condition keys, whose names are in lower case
 */
record SimulationInput(
        List<NamedPolicy> policies,
        @Nullable NamedPolicy boundary,
        @Nullable NamedPolicy resourcePolicy,
        List<String> actions,
        List<String> resources,
        Map<String, List<String>> context)
        implements AccessDetails {
    private static final int MAX_EVALUATIONS = 1_000;
    private static final int MIN_ACTION = 3;
    private static final int MAX_ACTION = 128;
    private static final int MAX_ARN = 2048;
    private static final int MIN_KEY = 5;
    private static final int MAX_KEY = 256;
    private static final int MAX_VALUE = 2048;

    static SimulationInput read(FormParameters in) {
        List<NamedPolicy> boundaries = policies(in, "PermissionsBoundaryPolicyInputList");
        String resourcePolicy = in.find("ResourcePolicy");
        List<String> actions = IamInput.texts(in, "ActionNames", MIN_ACTION, MAX_ACTION);
        if (actions.isEmpty()) {
            in.required("ActionNames");
        }
        List<String> resources = IamInput.texts(in, "ResourceArns", 1, MAX_ARN);
        if ((long) actions.size() * Math.max(1, resources.size()) > MAX_EVALUATIONS) {
            throw QueryException.of(
                    QueryError.INVALID_INPUT, MessagesIam.quota("SimulationEvaluations", MAX_EVALUATIONS));
        }
        return new SimulationInput(
                policies(in, "PolicyInputList"),
                boundaries.isEmpty() ? null : boundaries.get(0),
                resourcePolicy == null
                        ? null
                        : new NamedPolicy("ResourcePolicy", PolicyDocument.parse(resourcePolicy, PolicyUse.RESOURCE)),
                actions,
                resources.isEmpty() ? List.of("*") : resources,
                context(in));
    }

    /** The request as the entries of the context describe it; what they do not say is of now, and otherwise nothing that it has. */
    RequestContext request(Region region) {
        return new RequestContext(
                first("aws:sourceip", ""),
                context.containsKey("aws:securetransport")
                        ? Boolean.valueOf(first("aws:securetransport", "false"))
                        : null,
                context.containsKey("aws:useragent") ? first("aws:useragent", "") : null,
                context.containsKey("aws:referer") ? first("aws:referer", "") : null,
                time(),
                new Region(first("aws:requestedregion", region.value())));
    }

    @Override
    public @Nullable List<String> values(String key) {
        return context.get(key);
    }

    private Instant time() {
        String time = first("aws:currenttime", "");
        try {
            return time.isEmpty() ? Instant.now() : Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw QueryException.of(QueryError.INVALID_INPUT, MessagesIam.invalidContextValue("aws:CurrentTime"));
        }
    }

    private String first(String key, String ifAbsent) {
        List<String> values = context.getOrDefault(key, List.of());
        return values.isEmpty() ? ifAbsent : values.get(0);
    }

    /** They are called as AWS calls them, by their places. */
    private static List<NamedPolicy> policies(FormParameters in, String parameter) {
        List<NamedPolicy> policies = new ArrayList<>();
        for (String document : in.list(parameter)) {
            policies.add(new NamedPolicy(parameter + "." + (policies.size() + 1), PolicyDocument.parse(document)));
        }
        return policies;
    }

    private static String contextKey(FormParameters entry) {
        String key = entry.required("ContextKeyName");
        IamInput.optional(entry, "ContextKeyName", MIN_KEY, MAX_KEY);
        return key.toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> context(FormParameters in) {
        Map<String, List<String>> context = new HashMap<>();
        List<Map.Entry<String, List<String>>> entries = in.structures(
                "ContextEntries",
                entry -> Map.entry(contextKey(entry), IamInput.texts(entry, "ContextKeyValues", 0, MAX_VALUE)));
        entries.forEach(entry -> context.put(entry.getKey(), entry.getValue()));
        return context;
    }
}
