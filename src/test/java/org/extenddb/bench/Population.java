package org.extenddb.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes users with their keys and policies by IAM, as an administrator would. */
final class Population {
    /** Inline policies of a group that fit its quota. */
    private static final int OF_A_GROUP = 33;

    private static final Pattern KEY =
            Pattern.compile("<AccessKeyId>(\\w+)</AccessKeyId>.*<SecretAccessKey>([^<]+)</SecretAccessKey>");

    private final Endpoint endpoint;
    private final String prefix;

    Population(Endpoint endpoint, String prefix) {
        this.endpoint = endpoint;
        this.prefix = prefix + Long.toString(System.currentTimeMillis(), 36);
    }

    /** So many users with so many policies each; all but one come from groups. Each as an endpoint with its key. */
    List<Endpoint> users(int count, int policies) throws IOException, InterruptedException {
        List<String> groups = new ArrayList<>();
        for (int made = 0; made < policies - 1; made += OF_A_GROUP) {
            groups.add(group(groups.size(), Math.min(OF_A_GROUP, policies - 1 - made)));
        }
        each(IntStream.range(0, count).mapToObj(i -> form("CreateUser", i, "")).toList());
        each(IntStream.range(0, count)
                .mapToObj(i -> form("PutUserPolicy", i, "&PolicyName=z&" + allow("GetItem", "bench")))
                .toList());
        for (String group : groups) {
            each(IntStream.range(0, count)
                    .mapToObj(i -> form("AddUserToGroup", i, "&GroupName=" + group))
                    .toList());
        }
        return keys(count);
    }

    private String group(int number, int policies) throws IOException, InterruptedException {
        String name = prefix + "-g" + number;
        each(List.of(sign("Action=CreateGroup&GroupName=" + name)));
        each(IntStream.range(0, policies)
                .mapToObj(i -> sign("Action=PutGroupPolicy&GroupName=" + name + "&PolicyName=p" + i + "&"
                        + allow("PutItem", "t" + i)))
                .toList());
        return name;
    }

    private List<Endpoint> keys(int count) throws IOException {
        List<Endpoint> users = new ArrayList<>();
        try (Connection connection = new Connection(endpoint)) {
            for (int i = 0; i < count; i++) {
                connection.call(form("CreateAccessKey", i, ""));
                Matcher key = KEY.matcher(connection.answer());
                if (!key.find()) {
                    throw new IOException("no key in " + connection.answer());
                }
                users.add(new Endpoint(
                        endpoint.name(),
                        endpoint.uri(),
                        endpoint.processes(),
                        key.group(1),
                        key.group(2),
                        endpoint.region()));
            }
        }
        return users;
    }

    private void each(List<SignedRequest> requests) throws InterruptedException {
        Load.each(endpoint, requests);
    }

    private SignedRequest form(String action, int user, String more) {
        return sign("Action=" + action + "&UserName=" + prefix + "-u" + user + more);
    }

    private SignedRequest sign(String form) {
        return SignedRequest.ofForm(endpoint, "iam", form + "&Version=2010-05-08");
    }

    private static String allow(String action, String table) {
        return "PolicyDocument="
                + ("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:" + action
                                + "\",\"Resource\":\"arn:aws:dynamodb:*:*:table/" + table + "\"}}")
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("\"", "%22")
                        .replace(":", "%3A")
                        .replace(",", "%2C")
                        .replace("/", "%2F")
                        .replace("*", "%2A");
    }
}
