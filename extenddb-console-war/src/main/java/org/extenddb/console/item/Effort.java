package org.extenddb.console.item;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What it took to read a page.
 *
 * @param scanned items that were read, whether the filter left them or not
 * @param capacity read units
 */
record Effort(int requests, long scanned, BigDecimal capacity) {
    static final Effort NONE = new Effort(0, 0, BigDecimal.ZERO);

    /** With a further request. */
    Effort and(JsonObject response) {
        JsonObject consumed = response.getJsonObject("ConsumedCapacity");
        JsonNumber units = consumed == null ? null : consumed.getJsonNumber("CapacityUnits");
        return new Effort(
                requests + 1,
                scanned + response.getInt("ScannedCount"),
                units == null ? capacity : capacity.add(units.bigDecimalValue()));
    }

    /** For people. */
    String text(int items, long nanos) {
        return String.format(
                Locale.ROOT,
                "%d %s · %d read%s · %s RCU · %.1f ms",
                items,
                items == 1 ? "item" : "items",
                scanned,
                requests == 1 ? "" : " in " + requests + " requests",
                capacity.toPlainString(),
                nanos / 1e6);
    }
}
