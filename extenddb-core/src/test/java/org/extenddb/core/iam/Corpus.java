package org.extenddb.core.iam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of decisions. A block that begins {@code policy NAME}, {@code resource NAME} or {@code trust NAME} and ends with an empty
 * line is a document; {@code caller NAME = PRINCIPAL; identity A B; boundary C; session D; tags k=v; mfa} is somebody; every line with
 * an arrow is a case: {@code caller action resource [by GUARD] [key=value|value ...] => decision}. Later definitions replace
 * earlier ones.
 */
final class Corpus {
    static final String ACCOUNT = "123456789012";
    private static final String ARROW = " => ";
    private static final String TABLES = "arn:aws:dynamodb:us-east-1:" + ACCOUNT + ":";

    private final Map<String, NamedPolicy> policies = new HashMap<>();
    private final Map<String, NamedPolicy> guards = new HashMap<>();
    private final Map<String, TrustPolicy> trusts = new HashMap<>();
    private final Map<String, Caller> callers = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();

    /** One request and what is to come of it. */
    record Case(
            String line,
            Caller caller,
            AccessRequest access,
            RequestContext request,
            @Nullable TrustPolicy trust,
            String expected) {
        Decision decide() {
            return trust == null ? Evaluator.decide(caller, access, request) : trust.decide(caller, access, request);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Case> cases(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream(file)) {
            Corpus corpus = new Corpus();
            corpus.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            return corpus.cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String[] words = line.split(" +");
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (line.contains(ARROW)) {
                cases.add(readCase(line));
            } else if (words[0].equals("caller")) {
                callers.put(words[1], caller(line.substring(line.indexOf('=') + 1)));
            } else {
                StringBuilder json = new StringBuilder();
                while (++i < lines.size() && !lines.get(i).isBlank()) {
                    json.append(lines.get(i)).append('\n');
                }
                document(words[0], words[1], json.toString());
            }
        }
    }

    private void document(String kind, String name, String json) {
        switch (kind) {
            case "policy" -> policies.put(name, new NamedPolicy(name, PolicyDocument.parse(json)));
            case "resource" -> guards.put(name, new NamedPolicy(name, PolicyDocument.parse(json, PolicyUse.RESOURCE)));
            case "trust" -> trusts.put(name, TrustPolicy.parse(json));
            default -> throw new IllegalArgumentException("what is a " + kind + "?");
        }
    }

    private Caller caller(String text) {
        String[] parts = text.strip().split(" *; *");
        List<NamedPolicy> identity = List.of();
        List<NamedPolicy> session = List.of();
        NamedPolicy boundary = null;
        Map<String, String> tags = new HashMap<>();
        boolean mfa = false;
        for (String part : parts) {
            List<String> words = Arrays.asList(part.split(" +"));
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "identity" -> identity = rest.stream().map(policies::get).toList();
                case "session" -> session = rest.stream().map(policies::get).toList();
                case "boundary" -> boundary = policies.get(rest.get(0));
                case "tags" -> rest.forEach(tag -> tags.put(tag.split("=")[0], tag.split("=")[1]));
                case "mfa" -> mfa = true;
                default -> {}
            }
        }
        SessionToken token = new SessionToken(Instant.parse("2026-05-01T10:00:00Z"), mfa);
        return new Caller(
                principal(parts[0], tags, token, mfa), "AKID", new PrincipalPolicies(identity, boundary, session));
    }

    /** Such as {@code user/bob}, {@code role/App/session}, {@code root}, each with {@code @account} for another account. */
    private static Principal principal(String text, Map<String, String> tags, SessionToken token, boolean mfa) {
        int at = text.indexOf('@');
        AccountId account = new AccountId(at < 0 ? ACCOUNT : text.substring(at + 1));
        String[] path = (at < 0 ? text : text.substring(0, at)).split("/");
        return switch (path[0]) {
            case "root" -> new Principal.Root(account, null);
            case "user" -> user(account, path[1], tags, mfa ? token : null);
            case "federated" -> new Principal.FederatedUser(user(account, path[1], tags, null), path[2], token);
            default ->
                new Principal.AssumedRole(
                        account,
                        "arn:aws:iam::" + account + ":role/" + path[1],
                        path[1],
                        "AROAEXAMPLE" + path[1].toUpperCase(Locale.ROOT),
                        path[2],
                        tags,
                        token);
        };
    }

    private static Principal.User user(
            AccountId account, String name, Map<String, String> tags, @Nullable SessionToken token) {
        return new Principal.User(
                account,
                "arn:aws:iam::" + account + ":user/" + name,
                name,
                "AIDAEXAMPLE" + name.toUpperCase(Locale.ROOT),
                tags,
                token);
    }

    private Case readCase(String line) {
        int arrow = line.indexOf(ARROW);
        String[] words = line.substring(0, arrow).strip().split(" +");
        Map<String, List<String>> keys = new HashMap<>();
        String guard = null;
        for (int i = 3; i < words.length; i++) {
            if (words[i].equals("by")) {
                guard = words[++i];
            } else {
                String[] pair = words[i].split("=", 2);
                keys.put(
                        pair[0].toLowerCase(Locale.ROOT),
                        pair[1].isEmpty() ? List.of() : List.of(pair[1].split("\\|")));
            }
        }
        AccessRequest access = new AccessRequest(
                words[1].contains(":") ? words[1] : "dynamodb:" + words[1],
                words[2].startsWith("arn:") || words[2].equals("*") ? words[2] : TABLES + words[2],
                new Details(guard == null ? null : guards.get(guard), keys));
        Caller caller = callers.get(words[0]);
        if (caller == null || guard != null && !guards.containsKey(guard) && !trusts.containsKey(guard)) {
            throw new IllegalArgumentException(line);
        }
        return new Case(
                line,
                caller,
                access,
                request(keys),
                guard == null ? null : trusts.get(guard),
                line.substring(arrow + ARROW.length()).strip());
    }

    private static RequestContext request(Map<String, List<String>> keys) {
        return new RequestContext(
                one(keys, "aws:sourceip", "203.0.113.7"),
                Boolean.parseBoolean(one(keys, "aws:securetransport", "true")),
                one(keys, "aws:useragent", "aws-cli/2"),
                null,
                Instant.parse(one(keys, "aws:currenttime", "2026-05-01T12:00:00Z")),
                new Region(one(keys, "aws:requestedregion", "us-east-1")));
    }

    private static String one(Map<String, List<String>> keys, String key, String byDefault) {
        List<String> values = keys.remove(key);
        return values == null ? byDefault : values.get(0);
    }

    private record Details(@Nullable NamedPolicy resourcePolicy, Map<String, List<String>> keys)
            implements AccessDetails {
        @Override
        public @Nullable List<String> values(String key) {
            return keys.get(key);
        }
    }
}
