package org.extenddb.core.api.item;

import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.JsonOutput;

/**
 * How large an item collection has become; only tables with a local index report it.
 *
 * @param itemCollectionKey the hash key
 * @param lowerGigabytes the lower bound of the estimate
 * @param upperGigabytes the upper bound of the estimate
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html">ItemCollectionMetrics</a>
 */
public record ItemCollectionMetrics(
        Map<String, AttributeValue> itemCollectionKey, double lowerGigabytes, double upperGigabytes) {
    /** What ReturnItemCollectionMetrics may be, in the order of DynamoDB's text. */
    public static final List<String> NAMES = List.of("SIZE", "NONE");

    /** Writes the object. */
    public void encode(JsonOutput out) {
        out.beginObject().member("ItemCollectionKey").beginObject();
        itemCollectionKey.forEach((name, value) -> out.member(name).value(value));
        out.endObject();
        out.member("SizeEstimateRangeGB").beginArray();
        out.decimal(lowerGigabytes).decimal(upperGigabytes);
        out.endArray().endObject();
    }
}
