package org.extenddb.console.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;

/** What a request to a table brings to its decision by itself: the table's policy and tags, as far as whoever simulates may read them. */
@ApplicationScoped
public class TableFacts {
    private static final Pattern TABLE =
            Pattern.compile("(arn:aws:dynamodb:[a-z0-9-]+:\\d{12}:table/[A-Za-z0-9_.-]+)(/.*)?");

    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected TableFacts() {
        this(null);
    }

    @Inject
    public TableFacts(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /**
     * What was found.
     *
     * @param policy empty where there is none
     * @param unread why something could not be read, in DynamoDB's words; empty where all was
     */
    record Found(String policy, Map<String, String> tags, String unread) {
        static final Found NOTHING = new Found("", Map.of(), "");
    }

    /** @param resource an ARN; of a table's index it is the table that has policy and tags */
    Found of(String resource) {
        Matcher table = TABLE.matcher(resource);
        return table.matches() ? read(table.group(1)) : Found.NOTHING;
    }

    private Found read(String arn) {
        JsonObject about = Json.createObjectBuilder().add("ResourceArn", arn).build();
        StringBuilder policy = new StringBuilder();
        Map<String, String> tags = new LinkedHashMap<>();
        String first = DynamoDb.refusal(() -> policy.append(policy(about)));
        String second = DynamoDb.refusal(() -> tags.putAll(tags(about)));
        return new Found(policy.toString(), tags, first.isEmpty() ? second : first);
    }

    private String policy(JsonObject about) {
        try {
            return dynamoDb.call("GetResourcePolicy", about).getString("Policy", "");
        } catch (DynamoDbException e) {
            if (e.code() == ErrorCode.POLICY_NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }

    private Map<String, String> tags(JsonObject about) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonObject tag :
                dynamoDb.call("ListTagsOfResource", about).getJsonArray("Tags").getValuesAs(JsonObject.class)) {
            tags.put(tag.getString("Key"), tag.getString("Value"));
        }
        return tags;
    }
}
