package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AttributeDifference;
import org.extenddb.admin.DescribedVersion;
import org.extenddb.admin.HistoryService;
import org.extenddb.admin.ItemText;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/** What items of a table were, as far back as point-in-time recovery reaches. Keys and items are DynamoDB JSON. */
@Dependent
@Path("/accounts/{account}/regions/{region}/tables/{table}/history")
public class HistoryResource {
    private static final int DEFAULT_LIMIT = 20;

    private final HistoryService history;
    private final CurrentCall current;

    @PathParam("account")
    private String account = "";

    @PathParam("region")
    private String region = "";

    @PathParam("table")
    private String table = "";

    @Inject
    public HistoryResource(HistoryService history, CurrentCall current) {
        this.history = history;
        this.current = current;
    }

    /** An item at a time, in ISO 8601. */
    public record PastItem(
            @Nullable JsonObject key, @Nullable String time) implements RequestBody {}

    /** @param next as the page before came with it */
    public record Versions(
            @Nullable JsonObject key,
            @Nullable Integer limit,
            @Nullable String next) implements RequestBody {}

    /** Answers an object without {@code item} where there was none. */
    @POST
    @Path("/item")
    public Response item(PastItem body) {
        Instant time = time(Answers.required(body.time(), "time"), "time");
        return Answers.ok(Fields.of("time", time)
                .with(
                        "item",
                        history.at(current.get(), address(), key(body.key()), time)
                                .map(item -> json(item.attributes()))
                                .orElse(null))
                .json());
    }

    /** From the newest on, each with what it changed. */
    @POST
    @Path("/versions")
    public Response versions(Versions body) {
        Instant ended = body.next() == null ? null : time(body.next(), "next");
        int limit = body.limit() == null ? DEFAULT_LIMIT : body.limit();
        List<DescribedVersion> versions = history.versions(current.get(), address(), key(body.key()), ended, limit);
        JsonArrayBuilder items = Json.createArrayBuilder();
        versions.forEach(version -> items.add(json(version)));
        Instant oldest =
                versions.isEmpty() ? null : versions.get(versions.size() - 1).since();
        return Answers.ok(Fields.of("items", items.build()).with("next", oldest).json());
    }

    private TableAddress address() {
        return new TableAddress(Iam.id(account), new Region(region), table);
    }

    private static Map<String, AttributeValue> key(@Nullable JsonObject key) {
        return ItemText.attributes(Answers.required(key, "key").toString());
    }

    private static Instant time(String text, String member) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.badMember(member));
        }
    }

    private static JsonObject json(DescribedVersion version) {
        JsonArrayBuilder differences = Json.createArrayBuilder();
        version.differences().forEach(difference -> differences.add(json(difference)));
        return Fields.of("since", version.since())
                .with("until", version.until())
                .with("expired", version.expired())
                .with(
                        "item",
                        version.item() == null ? null : json(version.item().attributes()))
                .with("differences", differences.build())
                .json();
    }

    private static JsonObject json(AttributeDifference difference) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        if (difference.before() != null) {
            values.put("before", difference.before());
        }
        if (difference.after() != null) {
            values.put("after", difference.after());
        }
        JsonObject both = json(values);
        return Fields.of("attribute", difference.attribute())
                .with("before", both.get("before"))
                .with("after", both.get("after"))
                .json();
    }

    private static JsonObject json(Map<String, AttributeValue> attributes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(ItemJson.write(attributes)))) {
            return reader.readObject();
        }
    }
}
