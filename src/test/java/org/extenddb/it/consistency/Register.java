package org.extenddb.it.consistency;

import org.jspecify.annotations.Nullable;

/** An item with one number: it can be read, written, written if it is still the one that was seen, and added to. */
final class Register implements Model<Long, Register.Request, Register.Answer> {
    /** The number of an item that is not there. */
    static final long ABSENT = 0;

    /** What can be asked of it. */
    enum Kind {
        READ,
        WRITE,
        WRITE_IF,
        ADD
    }

    /**
     * A request.
     *
     * @param expected of WRITE_IF
     * @param value of all but READ
     */
    record Request(Kind kind, long expected, long value) {}

    /**
     * An answer.
     *
     * @param written of WRITE_IF: whether the condition held
     * @param value of READ and ADD: the number as it is, or is now
     */
    record Answer(boolean written, long value) {}

    @Override
    public Long initial() {
        return ABSENT;
    }

    @Override
    public @Nullable Long after(Long state, Call<Request, Answer> call) {
        Request request = call.input();
        Answer answer = call.result();
        return switch (request.kind()) {
            case READ -> answer == null || answer.value() == state ? state : null;
            case WRITE -> request.value();
            case WRITE_IF -> {
                boolean holds = state == request.expected();
                Long after = holds ? Long.valueOf(request.value()) : state;
                yield answer == null || answer.written() == holds ? after : null;
            }
            case ADD -> {
                long sum = state + request.value();
                yield answer == null || answer.value() == sum ? Long.valueOf(sum) : null;
            }
        };
    }
}
