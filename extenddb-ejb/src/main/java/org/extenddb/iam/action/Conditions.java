package org.extenddb.iam.action;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys that policies can ask an action of IAM or STS for.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">Actions, resources, and condition keys for IAM</a>
 */
public final class Conditions implements AccessDetails {
    private final Map<String, List<String>> values = new HashMap<>();

    /** What the identity that the action is about brings along. */
    public static Conditions of(@Nullable Identity target) {
        Conditions conditions = new Conditions();
        if (target != null) {
            conditions.resourceTags(target.tags());
            conditions.with("iam:permissionsboundary", target.grants().boundaryArn());
        }
        return conditions;
    }

    /** @param value the key is absent where it is null */
    public Conditions with(String key, @Nullable String value) {
        if (value != null) {
            values.put(key, List.of(value));
        }
        return this;
    }

    Conditions policyArn(String arn) {
        return with("iam:policyarn", arn);
    }

    Conditions resourceTags(Map<String, String> tags) {
        tags.forEach((key, value) -> {
            with("aws:resourcetag/" + key.toLowerCase(Locale.ROOT), value);
            with("iam:resourcetag/" + key.toLowerCase(Locale.ROOT), value);
        });
        return this;
    }

    /** Tags that the request brings, or that it inherits. */
    public Conditions requestTags(Map<String, String> tags) {
        tags.forEach((key, value) -> with("aws:requesttag/" + key.toLowerCase(Locale.ROOT), value));
        return tagKeys(List.copyOf(tags.keySet()));
    }

    Conditions tagKeys(List<String> keys) {
        return with("aws:tagkeys", keys);
    }

    /** @param several the key is absent where there are none */
    public Conditions with(String key, List<String> several) {
        if (!several.isEmpty()) {
            values.put(key, several);
        }
        return this;
    }

    @Override
    public @Nullable List<String> values(String key) {
        return values.get(key);
    }
}
