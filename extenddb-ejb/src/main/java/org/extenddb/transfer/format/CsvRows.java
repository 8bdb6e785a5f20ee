package org.extenddb.transfer.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Parts input into the rows of CSV, which end with a line unless that is within quotes. What cannot be a row is told of and passed over: to the
 * end of its first line, so that a quote which nobody closes costs that line and not all that follow.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRows implements Closeable {
    /** What stands for a row that is too long, or has a quote that is not closed. */
    static final byte[] NONE = new byte[0];

    private static final int MAX_ROW = 4 << 20;

    /** Each is read up to {@link #MAX_ROW} bytes for nothing. */
    private static final int MAX_UNCLOSED = 1_000;

    private final InputStream in;
    private final byte delimiter;
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private int unclosed;
    private long nothing;

    /** @param delimiter of ASCII */
    CsvRows(InputStream in, char delimiter) {
        this.in = in;
        this.delimiter = (byte) delimiter;
    }

    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        /** The end of the quotes, or the first of two quotes that stand for one. */
        QUOTE_IN_QUOTES
    }

    /**
     * The next row that is not empty, without its end; null at the end of the input.
     *
     * @return {@link #NONE} for what is none
     * @throws IOException when there is far too much that is none
     */
    byte @Nullable [] next() throws IOException {
        while (at < end || fill()) {
            int length = length();
            if (length < 0) {
                return passOver();
            }
            byte[] row = Arrays.copyOfRange(buffer, at, at + length);
            at += length;
            skipLineEnd();
            if (row.length > 0) {
                nothing = 0;
                return row;
            }
            count(1);
        }
        return null;
    }

    /** Of the row that begins here; negative where there is none. */
    private int length() throws IOException {
        State state = State.FIELD_BEGINS;
        int length = 0;
        while (at + length < end || fill()) {
            byte next = buffer[at + length];
            if (state != State.QUOTED && (next == '\n' || next == '\r')) {
                return length;
            }
            if (length == MAX_ROW) {
                return -1;
            }
            state = after(state, next);
            length++;
        }
        return state == State.QUOTED ? -1 : length;
    }

    private State after(State state, byte next) {
        return switch (state) {
            case QUOTED -> next == '"' ? State.QUOTE_IN_QUOTES : State.QUOTED;
            case QUOTE_IN_QUOTES -> next == '"' ? State.QUOTED : next == delimiter ? State.FIELD_BEGINS : State.PLAIN;
            case FIELD_BEGINS -> next == '"' ? State.QUOTED : next == delimiter ? State.FIELD_BEGINS : State.PLAIN;
            case PLAIN -> next == delimiter ? State.FIELD_BEGINS : State.PLAIN;
        };
    }

    /** To the end of the line. */
    private byte[] passOver() throws IOException {
        if (++unclosed > MAX_UNCLOSED) {
            throw new IOException("too many rows are too long, or have a quote that is not closed");
        }
        while (at < end || fill()) {
            byte next = buffer[at];
            if (next == '\n' || next == '\r') {
                skipLineEnd();
                return NONE;
            }
            at++;
            count(1);
        }
        return NONE;
    }

    private void skipLineEnd() throws IOException {
        if (at < end || fill()) {
            boolean carriageReturn = buffer[at] == '\r';
            at++;
            if (carriageReturn && (at < end || fill()) && buffer[at] == '\n') {
                at++;
            }
        }
    }

    private void count(int bytes) throws IOException {
        nothing += bytes;
        if (nothing > LineReader.MAX_NOTHING) {
            throw new IOException("no row in " + nothing + " bytes");
        }
    }

    /** More behind what there is from {@link #at} on; false at the end of the input. */
    private boolean fill() throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
