package org.extenddb.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.Precondition;
import org.extenddb.admin.StateTag;
import org.jspecify.annotations.Nullable;

/** Answers of resources. None is for anybody to keep: some hold secrets. */
final class Answers {
    static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;

    private Answers() {}

    static Response ok(JsonObject entity) {
        return uncached(Response.ok(entity.toString(), MediaType.APPLICATION_JSON_TYPE))
                .build();
    }

    /** @param state what the ETag is about */
    static Response ok(JsonObject entity, Object state) {
        return uncached(Response.ok(entity.toString(), MediaType.APPLICATION_JSON_TYPE))
                .tag(new EntityTag(StateTag.of(state)))
                .build();
    }

    /** The same answer with an ETag. */
    static Response tagged(Response answer, Object state) {
        return Response.fromResponse(answer)
                .tag(new EntityTag(StateTag.of(state)))
                .build();
    }

    static Response created(UriInfo here, String name, JsonObject entity, Object state) {
        return uncached(Response.created(
                        here.getAbsolutePathBuilder().segment(name).build()))
                .tag(new EntityTag(StateTag.of(state)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(entity.toString())
                .build();
    }

    static Response done() {
        return Response.noContent().build();
    }

    /** A page of IAM's. */
    static Response page(Map<String, ?> result, String list) {
        JsonArray items = Tree.json(result).getJsonArray(Character.toLowerCase(list.charAt(0)) + list.substring(1));
        return page(items, result.get("Marker"));
    }

    /** @param next what the next page is asked for with; null at the end */
    static Response page(JsonArray items, @Nullable Object next) {
        JsonObjectBuilder page = Json.createObjectBuilder().add("items", items);
        if (next != null) {
            page.add("next", next.toString());
        }
        return ok(page.build());
    }

    /**
     * A part of a list that is all there, in the order of its places.
     *
     * @param place of an element, unique
     * @param query with {@code next} as the page before came with it; null for the first page
     */
    static <T> Response page(List<T> all, Function<T, String> place, Function<T, JsonObject> view, PageQuery query) {
        ListPage<T> part = ListPage.of(all, place, query.next(), limit(query.limit()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        part.items().forEach(element -> items.add(view.apply(element)));
        return page(items.build(), part.next());
    }

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MAX_LIMIT) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.BAD_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    /** What If-Match says. */
    static Precondition precondition(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return Precondition.of(null);
        }
        String text = ifMatch.strip();
        if (text.equals("*")) {
            return Precondition.ANY;
        }
        if (!text.matches("\"[!#-~]*\"")) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.BAD_IF_MATCH);
        }
        return Precondition.of(text.substring(1, text.length() - 1));
    }

    /** A member that has to be there. */
    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.missing(member));
        }
        return value;
    }

    private static Response.ResponseBuilder uncached(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
