package org.extenddb.transfer.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.transfer.format.RecordReader.Entry;

/** Input for readers of records, and what they make of it. */
final class Records {
    private Records() {}

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> read(RecordReader reader) throws IOException {
        List<String> read = new ArrayList<>();
        for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
            read.add(
                    entry instanceof Entry.Attributes item
                            ? new String(ItemJson.write(item.attributes()), StandardCharsets.UTF_8)
                            : "invalid: " + ((Entry.Invalid) entry).reason());
        }
        return read;
    }

    /** A text, one character very often, and another text. */
    static final class Concatenated extends InputStream {
        private final InputStream before;
        private final char repeated;
        private long left;
        private final InputStream after;

        Concatenated(String before, char repeated, long times, String after) {
            this.before = stream(before);
            this.repeated = repeated;
            this.left = times;
            this.after = stream(after);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read one by one");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = before.read(bytes, offset, length);
            if (read > 0) {
                return read;
            }
            if (left > 0) {
                int some = (int) Math.min(length, left);
                Arrays.fill(bytes, offset, offset + some, (byte) repeated);
                left -= some;
                return some;
            }
            return after.read(bytes, offset, length);
        }
    }
}
