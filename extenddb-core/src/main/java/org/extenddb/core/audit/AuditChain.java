package org.extenddb.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.model.ByteString;

/** Each record's hash covers the hash before it: none can be changed, left out or put in without all that follow being made anew. */
public final class AuditChain {
    private final AuditSeal seal;

    public AuditChain(AuditSeal seal) {
        this.seal = seal;
    }

    /** The entries as the next records after an end. */
    public List<AuditRecord> append(AuditMark head, List<AuditEntry> entries) {
        List<AuditRecord> records = new ArrayList<>(entries.size());
        long sequence = head.sequence();
        ByteString hash = head.hash();
        for (AuditEntry entry : entries) {
            sequence++;
            hash = seal.of(content(sequence, hash, entry));
            records.add(new AuditRecord(sequence, entry, hash));
        }
        return records;
    }

    /** Whether a record follows the one before it and is as it was written. */
    public boolean follows(AuditRecord record, AuditMark before) {
        return record.sequence() == before.sequence() + 1
                && seal.holds(record.hash(), content(record.sequence(), before.hash(), record.entry()));
    }

    /** An end of the chain at this record. */
    public AuditMark mark(String name, AuditRecord record) {
        return mark(name, record.sequence(), record.hash());
    }

    /** The same. */
    public AuditMark mark(String name, long sequence, ByteString hash) {
        return new AuditMark(sequence, hash, seal.of(content(name, sequence, hash)));
    }

    /** Whether this end was set by somebody who has a key. */
    public boolean isGenuine(String name, AuditMark mark) {
        return mark.sequence() == 0 || seal.holds(mark.seal(), content(name, mark.sequence(), mark.hash()));
    }

    private static byte[] content(String name, long sequence, ByteString hash) {
        return bytes(out -> {
            write(name, out);
            out.writeLong(sequence);
            out.write(hash.sharedArray());
        });
    }

    private static byte[] content(long sequence, ByteString before, AuditEntry entry) {
        return bytes(out -> {
            out.writeLong(sequence);
            out.writeInt(before.length());
            out.write(before.sharedArray());
            out.writeLong(entry.at().toEpochMilli());
            write(entry.server(), out);
            write(entry.actor(), out);
            write(entry.account(), out);
            write(entry.accessKeyId(), out);
            write(entry.action(), out);
            write(entry.resource(), out);
            write(entry.sourceAddress(), out);
            write(entry.requestId(), out);
            write(entry.outcome().name(), out);
            write(entry.error(), out);
            write(entry.detail(), out);
        });
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
