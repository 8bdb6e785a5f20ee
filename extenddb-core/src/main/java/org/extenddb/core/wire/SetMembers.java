package org.extenddb.core.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Utf8Order;

/**
 * Makes sets of members as sent, telling of empty sets and duplicates: in the current words, which have the members as sorted JSON
 * strings, and in those of the older layer, which has them bare and in the request's order.
 */
final class SetMembers {
    private SetMembers() {}

    static StringSet strings(List<String> members, BiConsumer<String, String> problems) {
        List<String> sent = List.copyOf(members);
        if (members.isEmpty()) {
            problems.accept(MessagesAttributeValue.STRING_SET_EMPTY, MessagesAttributeValue.STRING_SET_EMPTY);
        } else if (sortedHasDuplicates(members, Utf8Order.INSTANCE)) {
            problems.accept(
                    MessagesAttributeValue.stringSetDuplicates(texts(members, SetMembers::jsonString)),
                    MessagesAttributeValue.stringSetDuplicates(sent));
        }
        return new StringSet(members);
    }

    static NumberSet numbers(List<DynamoNumber> members, BiConsumer<String, String> problems) {
        if (members.isEmpty()) {
            problems.accept(MessagesAttributeValue.NUMBER_SET_EMPTY, MessagesAttributeValue.NUMBER_SET_EMPTY);
        } else if (sortedHasDuplicates(members, Comparator.naturalOrder())) {
            problems.accept(MessagesAttributeValue.NUMBER_SET_DUPLICATES, MessagesAttributeValue.NUMBER_SET_DUPLICATES);
        }
        return new NumberSet(members);
    }

    static BinarySet binaries(List<ByteString> members, BiConsumer<String, String> problems) {
        List<ByteString> sent = List.copyOf(members);
        if (members.isEmpty()) {
            problems.accept(MessagesAttributeValue.BINARY_SET_EMPTY, MessagesAttributeValue.BINARY_SET_EMPTY);
        } else if (sortedHasDuplicates(members, Comparator.naturalOrder())) {
            problems.accept(
                    MessagesAttributeValue.binarySetDuplicates(texts(members, member -> jsonString(base64(member)))),
                    MessagesAttributeValue.binarySetDuplicates(texts(sent, SetMembers::base64)));
        }
        return new BinarySet(members);
    }

    /** Sorts in place. */
    private static <T> boolean sortedHasDuplicates(List<T> members, Comparator<? super T> order) {
        members.sort(order);
        for (int i = 1; i < members.size(); i++) {
            if (order.compare(members.get(i - 1), members.get(i)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<String> texts(List<T> members, Function<T, String> text) {
        List<String> result = new ArrayList<>(members.size());
        for (T member : members) {
            result.add(text.apply(member));
        }
        return result;
    }

    private static String jsonString(String member) {
        return new JsonOutput().string(member).toString();
    }

    private static String base64(ByteString member) {
        return Base64.getEncoder().encodeToString(member.sharedArray());
    }
}
