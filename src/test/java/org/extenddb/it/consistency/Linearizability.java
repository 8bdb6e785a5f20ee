package org.extenddb.it.consistency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a history of one object is linearizable: whether all calls can be put into one order that the model would have
 * answered in the same way, and in which no call comes before one that had ended when it began. The search is Wing and Gong's, which
 * tries every call that may come next; as Lowe proposes, it never goes on twice from the same set of calls and the same state.
 *
 * @see <a href="https://doi.org/10.1006/jpdc.1993.1015">Wing and Gong: Testing and Verifying Concurrent Objects</a>
 */
final class Linearizability<S, I, O> {
    private final Model<S, I, O> model;
    private final Event<I, O> head = new Event<>(-1, null);
    private final BitSet done = new BitSet();
    private final Set<Visited<S>> visited = new HashSet<>();
    private final Deque<Step<S, I, O>> steps = new ArrayDeque<>();
    private S state;
    private int certainLeft;

    private record Visited<S>(BitSet done, S state) {}

    private record Step<S, I, O>(Event<I, O> call, S before) {}

    /** The beginning or the end of a call, in a list by time. */
    private static final class Event<I, O> {
        private final int number;
        private final @Nullable Call<I, O> call;
        private @Nullable Event<I, O> end;
        private @Nullable Event<I, O> previous;
        private @Nullable Event<I, O> next;

        /** The call where this is its beginning; null where it is an end. */
        private Event(int number, @Nullable Call<I, O> call) {
            this.number = number;
            this.call = call;
        }

        private void takeOut() {
            Objects.requireNonNull(previous).next = next;
            if (next != null) {
                next.previous = previous;
            }
        }

        private void putBack() {
            Objects.requireNonNull(previous).next = this;
            if (next != null) {
                next.previous = this;
            }
        }
    }

    private Linearizability(Model<S, I, O> model, List<Call<I, O>> history) {
        this.model = model;
        this.state = model.initial();
        this.certainLeft = (int) history.stream().filter(Call::isCertain).count();
        link(history);
    }

    static <S, I, O> boolean holds(Model<S, I, O> model, List<Call<I, O>> history) {
        return new Linearizability<>(model, history).search();
    }

    private record Timed<I, O>(long at, boolean isEnd, Event<I, O> event) {}

    private void link(List<Call<I, O>> history) {
        List<Timed<I, O>> events = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            Call<I, O> call = history.get(i);
            Event<I, O> begin = new Event<>(i, call);
            Event<I, O> end = new Event<>(i, null);
            begin.end = end;
            events.add(new Timed<>(call.invoked(), false, begin));
            events.add(new Timed<>(call.returned(), true, end));
        }
        // At the same time, beginnings come first: such calls overlap.
        events.sort(Comparator.<Timed<I, O>>comparingLong(Timed::at).thenComparing(Timed::isEnd));
        Event<I, O> last = head;
        for (Timed<I, O> timed : events) {
            last.next = timed.event();
            timed.event().previous = last;
            last = timed.event();
        }
    }

    private boolean search() {
        Event<I, O> event = head.next;
        while (certainLeft > 0) {
            if (event != null && event.call != null) {
                event = tryNext(event, event.call) ? head.next : event.next;
            } else {
                // An end: every call that may come before it has been tried.
                if (steps.isEmpty()) {
                    return false;
                }
                event = takeBack().next;
            }
        }
        return true;
    }

    private boolean tryNext(Event<I, O> event, Call<I, O> call) {
        S after = model.after(state, call);
        if (after == null) {
            return false;
        }
        BitSet with = (BitSet) done.clone();
        with.set(event.number);
        if (!visited.add(new Visited<>(with, after))) {
            return false;
        }
        steps.push(new Step<>(event, state));
        state = after;
        done.set(event.number);
        certainLeft -= call.isCertain() ? 1 : 0;
        event.takeOut();
        Objects.requireNonNull(event.end).takeOut();
        return true;
    }

    private Event<I, O> takeBack() {
        Step<S, I, O> step = steps.pop();
        Event<I, O> event = step.call();
        state = step.before();
        done.clear(event.number);
        certainLeft += Objects.requireNonNull(event.call).isCertain() ? 1 : 0;
        Objects.requireNonNull(event.end).putBack();
        event.putBack();
        return event;
    }
}
