package org.extenddb.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/** A request with a member of every kind. */
final class SampleBody {
    private static final int MAX_STRUCT_DEPTH = 20;

    @Nullable
    String string;

    @Nullable
    Integer integer;

    @Nullable
    Long longInteger;

    @Nullable
    Double decimal;

    @Nullable
    Instant date;

    @Nullable
    Boolean bool;

    byte @Nullable [] binary;

    @Nullable
    List<String> list;

    @Nullable
    Map<String, String> map;

    @Nullable
    Map<String, List<String>> mapOfLists;

    @Nullable
    List<SampleBody> structs;

    @Nullable
    SampleBody struct;

    @Nullable
    Decoded<AttributeValue> value;

    @Nullable
    Decoded<Map<String, AttributeValue>> item;

    @Nullable
    Decoded<List<AttributeValue>> values;

    final List<String> members = new ArrayList<>();
    private final int depth;

    private SampleBody(int depth) {
        this.depth = depth;
    }

    static SampleBody read(String body) {
        return read(body.getBytes(UTF_8));
    }

    static SampleBody read(byte[] body) {
        SampleBody sample = new SampleBody(0);
        JsonInput.of(body).object(sample::member);
        return sample;
    }

    private SampleBody nested(JsonInput in) {
        SampleBody nested = new SampleBody(depth + 1);
        in.object(nested::member);
        return nested;
    }

    private void member(String name, JsonInput in) {
        members.add(name);
        switch (depth > MAX_STRUCT_DEPTH ? "" : name) {
            case "Str" -> string = in.string();
            case "Int" -> integer = in.integer();
            case "Long" -> longInteger = in.longInteger();
            case "Double" -> decimal = in.decimal();
            case "Date" -> date = in.epochSeconds();
            case "Bool" -> bool = in.bool();
            case "Bin" -> binary = in.binary();
            case "List" -> list = in.list(JsonInput::string);
            case "Map" -> map = in.map(JsonInput::string);
            case "MapOfLists" -> mapOfLists = in.map(i -> i.list(JsonInput::string));
            case "Struct" -> struct = nested(in);
            case "Structs" -> structs = in.list(this::nested);
            case "Value" -> value = in.attributeValue();
            case "Item" -> item = in.attributeMap();
            case "Values" -> values = in.attributeList();
            case "Skipped" -> in.skip();
            default -> {
                // Left unread on purpose: the reader skips it.
            }
        }
    }
}
