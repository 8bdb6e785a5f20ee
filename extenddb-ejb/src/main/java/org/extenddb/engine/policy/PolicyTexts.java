package org.extenddb.engine.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.extenddb.auth.ProposedPolicy;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesPolicy;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.iam.MalformedPolicyException;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.PolicyUse;
import org.extenddb.core.model.Utf8Length;
import org.jspecify.annotations.Nullable;

/** Policies of tables as they are sent. */
public final class PolicyTexts {
    /** White space included. */
    private static final int MAX_BYTES = 20 * 1024;

    /** What a resource has no use for, though it is an action of DynamoDB's. */
    private static final Set<String> NOT_OF_A_RESOURCE =
            Set.of("dynamodb:listtables", "dynamodb:liststreams", "dynamodb:describelimits");

    private PolicyTexts() {}

    /** @throws DynamoDbException ValidationException unless it is a policy that a table can have */
    public static void check(@Nullable String policy) {
        if (policy == null || Utf8Length.of(policy) > MAX_BYTES) {
            throw DynamoDbException.validation(MessagesResourcePolicy.TOO_LARGE);
        }
        PolicyDocument document = parse(policy);
        requireActionsOfResources(document);
        if (document.allowsEveryone()) {
            throw DynamoDbException.validation(MessagesResourcePolicy.UNBOUNDED);
        }
    }

    /** What the policy of a table is to be, for the decision whether its author can change it again. */
    static ProposedPolicy proposed(String arn, String policy) {
        return new ProposedPolicy(new NamedPolicy(arn, parse(policy)));
    }

    private static PolicyDocument parse(String policy) {
        try {
            return PolicyDocument.parse(policy, PolicyUse.RESOURCE);
        } catch (MalformedPolicyException e) {
            throw invalid(e);
        }
    }

    static DynamoDbException invalid(MalformedPolicyException e) {
        String problem = String.valueOf(e.getMessage());
        return DynamoDbException.validation(MessagesResourcePolicy.invalid(
                switch (problem) {
                    case MessagesPolicy.SIDS_NOT_UNIQUE -> MessagesResourcePolicy.SIDS_NOT_UNIQUE;
                    case MessagesPolicy.NO_RESOURCES -> MessagesPolicy.missing("Resource");
                    default -> problem;
                }));
    }

    private static void requireActionsOfResources(PolicyDocument policy) {
        Set<String> invalid = new TreeSet<>(policy.actionNames());
        invalid.removeIf(action -> action.startsWith("dynamodb:") && !NOT_OF_A_RESOURCE.contains(action));
        if (!invalid.isEmpty()) {
            throw DynamoDbException.validation(MessagesResourcePolicy.invalidActions(
                    invalid.stream().map(action -> '"' + action + '"').collect(Collectors.joining(", "))));
        }
    }
}
