package org.extenddb.core.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Utf8Order;

/** Makes sets of members as sent, telling of empty sets and duplicates. */
final class SetMembers {
    private SetMembers() {}

    static StringSet strings(List<String> members, Consumer<String> problems) {
        if (members.isEmpty()) {
            problems.accept(MessagesAttributeValue.STRING_SET_EMPTY);
        } else if (sortedHasDuplicates(members, Utf8Order.INSTANCE)) {
            problems.accept(MessagesAttributeValue.stringSetDuplicates(jsonStrings(members)));
        }
        return new StringSet(members);
    }

    static NumberSet numbers(List<DynamoNumber> members, Consumer<String> problems) {
        if (members.isEmpty()) {
            problems.accept(MessagesAttributeValue.NUMBER_SET_EMPTY);
        } else if (sortedHasDuplicates(members, Comparator.naturalOrder())) {
            problems.accept(MessagesAttributeValue.NUMBER_SET_DUPLICATES);
        }
        return new NumberSet(members);
    }

    static BinarySet binaries(List<ByteString> members, Consumer<String> problems) {
        if (members.isEmpty()) {
            problems.accept(MessagesAttributeValue.BINARY_SET_EMPTY);
        } else if (sortedHasDuplicates(members, Comparator.naturalOrder())) {
            List<String> base64 = new ArrayList<>(members.size());
            for (ByteString member : members) {
                base64.add(Base64.getEncoder().encodeToString(member.sharedArray()));
            }
            problems.accept(MessagesAttributeValue.binarySetDuplicates(jsonStrings(base64)));
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

    private static List<String> jsonStrings(List<String> members) {
        List<String> result = new ArrayList<>(members.size());
        for (String member : members) {
            result.add(new JsonOutput().string(member).toString());
        }
        return result;
    }
}
