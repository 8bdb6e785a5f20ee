package org.extenddb.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.identity.ManagedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The managed policies of AWS that scripts name most, with the statements that mean something here. They are in no database: every
 * account has them and nobody can change them.
 */
@SingleInstance
public final class AwsManagedPolicies {
    private static final List<String> NAMES = List.of(
            "AdministratorAccess",
            "AmazonDynamoDBFullAccess",
            "AmazonDynamoDBReadOnlyAccess",
            "IAMFullAccess",
            "IAMReadOnlyAccess",
            "PowerUserAccess",
            "ReadOnlyAccess");

    private static final Instant CREATED = Instant.parse("2015-02-06T18:39:46Z");

    private final SortedMap<String, ManagedPolicy> byArn;
    private final Map<String, NamedPolicy> compiled;

    public AwsManagedPolicies() {
        SortedMap<String, ManagedPolicy> policies = new TreeMap<>();
        Map<String, NamedPolicy> documents = new TreeMap<>();
        for (String name : NAMES) {
            ManagedPolicy policy = policy(name, document(name));
            policies.put(policy.arn(), policy);
            documents.put(policy.arn(), new NamedPolicy(policy.arn(), PolicyDocument.parse(policy.document())));
        }
        byArn = Collections.unmodifiableSortedMap(policies);
        compiled = Map.copyOf(documents);
    }

    public @Nullable ManagedPolicy find(String arn) {
        return byArn.get(arn);
    }

    /** All, by name. */
    public List<ManagedPolicy> all() {
        return List.copyOf(byArn.values());
    }

    @Nullable
    NamedPolicy compiled(String arn) {
        return compiled.get(arn);
    }

    /** Its id is made from its name, so it is the same on every server. */
    private static ManagedPolicy policy(String name, String document) {
        String id = "ANPA" + String.format("%08X", name.hashCode()).replaceAll("[0189]", "Z") + "AWSPOLICY";
        return new ManagedPolicy(
                id,
                null,
                "/",
                name,
                null,
                CREATED,
                CREATED,
                1,
                1,
                new TreeMap<>(Map.of(1, new ManagedPolicy.Version(document, CREATED))),
                new TreeMap<>());
    }

    private static String document(String name) {
        try (InputStream in = AwsManagedPolicies.class.getResourceAsStream("aws-managed/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the policy " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
