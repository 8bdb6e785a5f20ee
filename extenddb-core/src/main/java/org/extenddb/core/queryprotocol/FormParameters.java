package org.extenddb.core.queryprotocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request: those of a form, by their names. Lists stand as {@code Name.member.1}, structures as
 * {@code Name.Member}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html">Calling the IAM API</a>
 */
public final class FormParameters {
    private static final int MAX_PARAMETERS = 2_000;

    private final Map<String, String> values;
    private final String prefix;

    private FormParameters(Map<String, String> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    /**
     * Reads a form.
     *
     * @throws QueryException MalformedQueryString when it is none
     */
    public static FormParameters parse(byte[] form) {
        Map<String, String> values = new HashMap<>();
        int start = 0;
        for (int i = 0; i <= form.length; i++) {
            if (i == form.length || form[i] == '&') {
                if (i > start) {
                    put(form, start, i, values);
                }
                start = i + 1;
            }
        }
        return new FormParameters(values, "");
    }

    /** Of values at hand, by the names that they have in forms. */
    public static FormParameters of(Map<String, String> values) {
        return new FormParameters(Map.copyOf(values), "");
    }

    /** All values, by the names that they have in the form. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** A value; null when it is absent. Empty is not absent. */
    public @Nullable String find(String name) {
        return values.get(prefix + name);
    }

    /**
     * A value that has to be there.
     *
     * @throws DynamoDbException ValidationException when it is not
     */
    public String required(String name) {
        String value = find(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    /** The elements of a list; empty when it is absent. */
    public List<String> list(String name) {
        return elements(name, (element, inside) -> inside.values.get(element));
    }

    /** The elements of a list of structures; empty when it is absent. */
    public <T> List<T> structures(String name, Function<FormParameters, T> reader) {
        return elements(name, (element, inside) -> {
            String start = element + ".";
            return inside.values.keySet().stream().anyMatch(key -> key.startsWith(start))
                    ? reader.apply(new FormParameters(inside.values, start))
                    : null;
        });
    }

    /** The name of a member in texts about constraints: as in the service's model, with a small letter. */
    public static String memberName(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private interface ElementReader<T> {
        @Nullable
        T read(String element, FormParameters inside);
    }

    private <T> List<T> elements(String name, ElementReader<T> reader) {
        List<T> elements = new ArrayList<>();
        for (int i = 1; ; i++) {
            T element = reader.read(prefix + name + ".member." + i, this);
            if (element == null) {
                return elements;
            }
            elements.add(element);
        }
    }

    private static DynamoDbException missing(String name) {
        return DynamoDbException.validation(
                MessagesConstraints.detected(List.of(MessagesConstraints.notNull(memberName(name)))));
    }

    private static void put(byte[] form, int start, int end, Map<String, String> values) {
        int equals = start;
        while (equals < end && form[equals] != '=') {
            equals++;
        }
        if (values.size() >= MAX_PARAMETERS) {
            throw QueryException.of(QueryError.MALFORMED_QUERY_STRING, MessagesQueryProtocol.TOO_MANY_PARAMETERS);
        }
        String name = decode(form, start, equals);
        if (values.putIfAbsent(name, decode(form, Math.min(equals + 1, end), end)) != null) {
            throw QueryException.of(QueryError.MALFORMED_QUERY_STRING, MessagesQueryProtocol.duplicateParameter(name));
        }
    }

    private static String decode(byte[] form, int start, int end) {
        ByteBuffer bytes = ByteBuffer.allocate(end - start);
        for (int i = start; i < end; i++) {
            if (form[i] == '%') {
                int high = i + 2 < end ? Character.digit(form[i + 1], 16) : -1;
                int low = i + 2 < end ? Character.digit(form[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw QueryException.of(
                            QueryError.MALFORMED_QUERY_STRING, MessagesQueryProtocol.BAD_PERCENT_ENCODING);
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put(form[i] == '+' ? (byte) ' ' : form[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw QueryException.of(QueryError.MALFORMED_QUERY_STRING, MessagesQueryProtocol.NO_UTF_8);
        }
    }
}
