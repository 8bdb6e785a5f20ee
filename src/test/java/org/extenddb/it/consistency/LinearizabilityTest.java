package org.extenddb.it.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.extenddb.it.consistency.Register.Answer;
import org.extenddb.it.consistency.Register.Kind;
import org.extenddb.it.consistency.Register.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker itself: it must take what is right and refuse what is wrong. */
class LinearizabilityTest {
    private static final int HISTORIES = 200;
    private static final int CALLS = 60;

    @Test
    void holds_noCalls() {
        assertThat(holds(List.of())).isTrue();
    }

    @Test
    void holds_oneAfterTheOther() {
        assertThat(holds(List.of(
                        write(1, 2, 5), read(3, 4, 5), add(5, 6, 2, 7), writeIf(7, 8, 7, 9, true), read(9, 10, 9))))
                .isTrue();
    }

    @Test
    void holds_staleRead_isRefused() {
        assertThat(holds(List.of(write(1, 2, 5), write(3, 4, 6), read(5, 6, 5))))
                .isFalse();
    }

    @Test
    void holds_readThatOverlapsAWrite_seesEither() {
        assertThat(holds(List.of(write(1, 2, 5), write(3, 8, 6), read(4, 5, 5))))
                .isTrue();
        assertThat(holds(List.of(write(1, 2, 5), write(3, 8, 6), read(4, 5, 6))))
                .isTrue();
    }

    @Test
    void holds_readsThatOverlapAWriteAndGoBack_areRefused() {
        assertThat(holds(List.of(write(1, 2, 5), write(3, 10, 6), read(4, 5, 6), read(6, 7, 5))))
                .isFalse();
    }

    @Test
    void holds_lostUpdate_isRefused() {
        assertThat(holds(List.of(add(1, 5, 1, 1), add(2, 6, 1, 1)))).isFalse();
        assertThat(holds(List.of(add(1, 5, 1, 2), add(2, 6, 1, 1)))).isTrue();
    }

    @Test
    void holds_twoConditionalWritesOfOneState_areRefused() {
        assertThat(holds(List.of(writeIf(1, 5, 0, 1, true), writeIf(2, 6, 0, 2, true))))
                .isFalse();
        assertThat(holds(List.of(writeIf(1, 5, 0, 1, true), writeIf(2, 6, 0, 2, false))))
                .isTrue();
        assertThat(holds(List.of(writeIf(1, 5, 0, 1, false)))).isFalse();
    }

    @Test
    void holds_writeWithoutAnswer_mayTakeEffectLaterOrNever() {
        Call<Request, Answer> unanswered = new Call<>(1, Call.NEVER, new Request(Kind.WRITE, 0, 5), null);
        assertThat(holds(List.of(unanswered, read(2, 3, 0)))).isTrue();
        assertThat(holds(List.of(unanswered, read(2, 3, 0), read(4, 5, 5)))).isTrue();
        assertThat(holds(List.of(unanswered, read(2, 3, 5), read(4, 5, 0)))).isFalse();
    }

    @Test
    void holds_effectBeforeTheCall_isRefused() {
        Call<Request, Answer> unanswered = new Call<>(4, Call.NEVER, new Request(Kind.WRITE, 0, 5), null);
        assertThat(holds(List.of(read(2, 3, 5), unanswered))).isFalse();
    }

    @Test
    void holds_effectTwice_isRefused() {
        Call<Request, Answer> unanswered = new Call<>(1, Call.NEVER, new Request(Kind.ADD, 0, 1), null);
        assertThat(holds(List.of(unanswered, read(2, 3, 1)))).isTrue();
        assertThat(holds(List.of(unanswered, read(2, 3, 2)))).isFalse();
    }

    /** Calls of several clients that really took effect at one moment each, and the same with one answer made wrong. */
    @Test
    void holds_randomHistories_asTheyAreAndMadeWrong() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            List<Call<Request, Answer>> history = history(random);
            assertThat(Linearizability.holds(new Register(), history))
                    .as("seed %d, history %d", seed, i)
                    .isTrue();
            assertThat(Linearizability.holds(new Register(), madeWrong(history, random)))
                    .as("made wrong, seed %d, history %d", seed, i)
                    .isFalse();
        }
    }

    private static List<Call<Request, Answer>> history(Random random) {
        List<Call<Request, Answer>> history = new ArrayList<>();
        long state = Register.ABSENT;
        for (int i = 1; i <= CALLS; i++) {
            long moment = i * 10L;
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            Request request = new Request(kind, random.nextBoolean() ? state : i, i);
            boolean written = kind == Kind.WRITE_IF && state == request.expected();
            if (kind == Kind.WRITE || written) {
                state = i;
            } else if (kind == Kind.ADD) {
                state += i;
            }
            boolean answered = random.nextInt(15) > 0;
            history.add(new Call<>(
                    moment - random.nextInt(30),
                    answered ? moment + random.nextInt(30) : Call.NEVER,
                    request,
                    answered ? new Answer(written, state) : null));
        }
        history.add(read(CALLS * 10 + 100, CALLS * 10 + 101, state));
        return history;
    }

    /** The last read sees a number that was never there. */
    private static List<Call<Request, Answer>> madeWrong(List<Call<Request, Answer>> history, Random random) {
        List<Call<Request, Answer>> wrong = new ArrayList<>(history);
        int last = wrong.size() - 1;
        wrong.set(last, read(CALLS * 10 + 100, CALLS * 10 + 101, -1 - random.nextInt(100)));
        return wrong;
    }

    private static boolean holds(List<Call<Request, Answer>> calls) {
        return Linearizability.holds(new Register(), calls);
    }

    private static Call<Request, Answer> read(long from, long to, long seen) {
        return call(from, to, new Request(Kind.READ, 0, 0), new Answer(false, seen));
    }

    private static Call<Request, Answer> write(long from, long to, long value) {
        return call(from, to, new Request(Kind.WRITE, 0, value), new Answer(true, 0));
    }

    private static Call<Request, Answer> writeIf(long from, long to, long expected, long value, boolean written) {
        return call(from, to, new Request(Kind.WRITE_IF, expected, value), new Answer(written, 0));
    }

    private static Call<Request, Answer> add(long from, long to, long amount, long sum) {
        return call(from, to, new Request(Kind.ADD, 0, amount), new Answer(true, sum));
    }

    private static Call<Request, Answer> call(long from, long to, Request request, @Nullable Answer answer) {
        return new Call<>(from, to, request, answer);
    }
}
