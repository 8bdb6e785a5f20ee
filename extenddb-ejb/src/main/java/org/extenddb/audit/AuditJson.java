package org.extenddb.audit;

import java.util.HexFormat;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.wire.JsonOutput;

/** A record as a line of JSON. */
public final class AuditJson {
    private AuditJson() {}

    /** One line; members without a value are left out. */
    public static String line(AuditRecord record) {
        AuditEntry entry = record.entry();
        JsonOutput out = new JsonOutput(512);
        out.beginObject();
        out.member("sequence").number(record.sequence());
        text("at", entry.at().toString(), out);
        text("server", entry.server(), out);
        text("actor", entry.actor(), out);
        text("account", entry.account(), out);
        text("accessKeyId", entry.accessKeyId(), out);
        text("action", entry.action(), out);
        text("resource", entry.resource(), out);
        text("sourceAddress", entry.sourceAddress(), out);
        text("requestId", entry.requestId(), out);
        text("outcome", entry.outcome().name(), out);
        text("error", entry.error(), out);
        text("detail", entry.detail(), out);
        text("hash", HexFormat.of().formatHex(record.hash().sharedArray()), out);
        return out.endObject().toString();
    }

    private static void text(String name, String value, JsonOutput out) {
        if (!value.isEmpty()) {
            out.member(name).string(value);
        }
    }
}
