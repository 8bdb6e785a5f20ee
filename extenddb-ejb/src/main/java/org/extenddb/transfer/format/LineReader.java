package org.extenddb.transfer.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Parts input into lines that are not empty. One that is too long for an item is passed over without being kept. */
final class LineReader implements Closeable {
    /** What stands for a line that is too long. */
    static final byte[] TOO_LONG = new byte[0];

    /** An item of 400 KB whose every value is empty, or whose every character is escaped, is shorter. */
    static final int MAX_LINE = 8 << 20;

    /** Whoever has read so much without a line that could be one has something else before them. */
    static final long MAX_NOTHING = 256L << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private long nothing;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next line without its end; null at the end of the input.
     *
     * @return {@link #TOO_LONG} for a line that is
     * @throws IOException when there is far too much input between lines
     */
    byte @Nullable [] next() throws IOException {
        while (true) {
            int length = read();
            if (length < 0) {
                return null;
            }
            if (length > MAX_LINE) {
                return TOO_LONG;
            }
            int trimmed = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            if (!isBlank(trimmed)) {
                nothing = 0;
                return Arrays.copyOf(line, trimmed);
            }
        }
    }

    /** The line's length, more than {@link #MAX_LINE} for one that is too long; negative at the end. */
    private int read() throws IOException {
        int length = 0;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            length = append(length, stop - at);
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) {
                return length;
            }
        }
        return any ? length : -1;
    }

    private int append(int length, int more) throws IOException {
        nothing += more + 1L;
        if (nothing > MAX_NOTHING) {
            throw new IOException("no item in " + nothing + " bytes");
        }
        if (length > MAX_LINE || length + more > MAX_LINE) {
            return MAX_LINE + 1;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, at, line, length, more);
        return length + more;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private boolean isBlank(int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
