package org.extenddb.console.table;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a table or a global index may take each second, as filled in: units that are set aside for it where its table is provisioned, the
 * most it may take where it is on demand. A Faces form writes it.
 */
public class CapacityForm implements Serializable {
    /** What UpdateTable takes for no bound. */
    private static final long UNBOUNDED = -1;

    private static final long FIRST = 5;

    private final String name;
    private final long readBefore;
    private final long writeBefore;
    private final @Nullable Long maxReadBefore;
    private final @Nullable Long maxWriteBefore;
    private long readUnits;
    private long writeUnits;
    private @Nullable Long maxRead;
    private @Nullable Long maxWrite;

    private CapacityForm(String name, JsonObject described) {
        this.name = name;
        this.readBefore = units(described, "ReadCapacityUnits");
        this.writeBefore = units(described, "WriteCapacityUnits");
        this.maxReadBefore = bound(described, "MaxReadRequestUnits");
        this.maxWriteBefore = bound(described, "MaxWriteRequestUnits");
        this.readUnits = readBefore == 0 ? FIRST : readBefore;
        this.writeUnits = writeBefore == 0 ? FIRST : writeBefore;
        this.maxRead = maxReadBefore;
        this.maxWrite = maxWriteBefore;
    }

    /** Of a table that is not there yet. */
    static CapacityForm fresh() {
        return new CapacityForm("", JsonObject.EMPTY_JSON_OBJECT);
    }

    /** Of a table or an index as DescribeTable has it. */
    static CapacityForm of(String name, JsonObject described) {
        return new CapacityForm(name, described);
    }

    /** On-demand tables have 0 units, which nobody can ask for. */
    private static long units(JsonObject described, String member) {
        JsonObject units = described.getJsonObject("ProvisionedThroughput");
        return units == null ? 0 : units.getInt(member, 0);
    }

    private static @Nullable Long bound(JsonObject described, String member) {
        JsonObject bounds = described.getJsonObject("OnDemandThroughput");
        long bound = bounds == null ? UNBOUNDED : bounds.getInt(member, (int) UNBOUNDED);
        return bound < 0 ? null : bound;
    }

    /** Adds what CreateTable takes. */
    void create(JsonObjectBuilder json, boolean provisioned) {
        if (provisioned) {
            json.add("ProvisionedThroughput", units());
        } else if (maxRead != null || maxWrite != null) {
            json.add("OnDemandThroughput", bounds(maxRead, maxWrite));
        }
    }

    /**
     * Adds what UpdateTable takes: it refuses values that are there already.
     *
     * @param turned whether the table was not in this mode before
     * @return whether there was something to add
     */
    boolean change(JsonObjectBuilder json, boolean provisioned, boolean turned) {
        if (provisioned && (turned || readUnits != readBefore || writeUnits != writeBefore)) {
            json.add("ProvisionedThroughput", units());
            return true;
        }
        boolean bounded = !Objects.equals(maxRead, maxReadBefore) || !Objects.equals(maxWrite, maxWriteBefore);
        if (!provisioned && bounded) {
            json.add("OnDemandThroughput", bounds(boundOf(maxRead), boundOf(maxWrite)));
            return true;
        }
        return false;
    }

    private JsonObjectBuilder units() {
        return Json.createObjectBuilder().add("ReadCapacityUnits", readUnits).add("WriteCapacityUnits", writeUnits);
    }

    private static Long boundOf(@Nullable Long bound) {
        return bound == null ? Long.valueOf(UNBOUNDED) : bound;
    }

    private static JsonObjectBuilder bounds(@Nullable Long read, @Nullable Long write) {
        JsonObjectBuilder bounds = Json.createObjectBuilder();
        if (read != null) {
            bounds.add("MaxReadRequestUnits", read);
        }
        if (write != null) {
            bounds.add("MaxWriteRequestUnits", write);
        }
        return bounds;
    }

    /** Of the index; empty for the table itself. */
    public String getName() {
        return name;
    }

    public long getReadUnits() {
        return readUnits;
    }

    public void setReadUnits(long readUnits) {
        this.readUnits = readUnits;
    }

    public long getWriteUnits() {
        return writeUnits;
    }

    public void setWriteUnits(long writeUnits) {
        this.writeUnits = writeUnits;
    }

    /** Null for no bound. */
    public @Nullable Long getMaxRead() {
        return maxRead;
    }

    public void setMaxRead(@Nullable Long maxRead) {
        this.maxRead = maxRead;
    }

    /** Null for no bound. */
    public @Nullable Long getMaxWrite() {
        return maxWrite;
    }

    public void setMaxWrite(@Nullable Long maxWrite) {
        this.maxWrite = maxWrite;
    }
}
