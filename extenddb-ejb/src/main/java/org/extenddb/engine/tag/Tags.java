package org.extenddb.engine.tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.extenddb.core.api.tag.TagMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTag;
import org.jspecify.annotations.Nullable;

/**
 * What tags may be.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">Tagging restrictions</a>
 */
public final class Tags {
    /** Of one resource. */
    static final int MOST = 50;

    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;
    private static final String RESERVED = "aws:";
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private Tags() {}

    /**
     * The tags that were sent, in their order.
     *
     * @throws DynamoDbException ValidationException when one of them is none, or they are too many
     */
    public static Map<String, String> of(List<TagMembers> sent) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (TagMembers tag : sent) {
            String key = key(tag.key());
            if (tags.put(key, value(tag.value())) != null) {
                throw DynamoDbException.validation(MessagesTag.duplicateKey(key));
            }
        }
        return limited(tags);
    }

    /** Tags of one resource, if they are not too many. */
    static Map<String, String> limited(Map<String, String> tags) {
        requireFew(tags.size());
        return tags;
    }

    /** Checks the keys of tags that are to go. */
    static List<String> keys(List<String> sent) {
        sent.forEach(Tags::key);
        requireFew(sent.size());
        return sent;
    }

    private static void requireFew(int count) {
        if (count > MOST) {
            throw DynamoDbException.validation(MessagesTag.TOO_MANY);
        }
    }

    private static String key(@Nullable String key) {
        if (key == null
                || key.isEmpty()
                || key.length() > MAX_KEY
                || !CHARACTERS.matcher(key).matches()) {
            throw DynamoDbException.validation(MessagesTag.invalidKey(key));
        }
        if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
            throw DynamoDbException.validation(MessagesTag.reservedKey(key));
        }
        return key;
    }

    private static String value(@Nullable String value) {
        if (value == null
                || value.length() > MAX_VALUE
                || !CHARACTERS.matcher(value).matches()) {
            throw DynamoDbException.validation(MessagesTag.invalidValue(value));
        }
        return value;
    }
}
