package org.extenddb.core.capacity;

import org.extenddb.core.wire.JsonOutput;

/**
 * Units that a request used.
 *
 * @param split whether read and write units are named apart, which only transactions do
 */
public record CapacityUnits(double read, double write, boolean split) {
    public static final CapacityUnits ZERO = new CapacityUnits(0, 0, false);

    public static CapacityUnits read(double units) {
        return new CapacityUnits(units, 0, false);
    }

    public static CapacityUnits write(double units) {
        return new CapacityUnits(0, units, false);
    }

    public CapacityUnits plus(CapacityUnits other) {
        return new CapacityUnits(read + other.read, write + other.write, split || other.split);
    }

    /** What the same work costs in a transaction, which prepares and then commits: double, and read and write apart. */
    public CapacityUnits transactional() {
        return new CapacityUnits(read * 2, write * 2, true);
    }

    public double sum() {
        return read + write;
    }

    /** Writes an object. */
    void encode(JsonOutput out) {
        out.beginObject();
        encodeMembers(out);
        out.endObject();
    }

    /** Writes the members into an object that is open. */
    void encodeMembers(JsonOutput out) {
        out.member("CapacityUnits").decimal(sum());
        if (split && read > 0) {
            out.member("ReadCapacityUnits").decimal(read);
        }
        if (split && write > 0) {
            out.member("WriteCapacityUnits").decimal(write);
        }
    }
}
