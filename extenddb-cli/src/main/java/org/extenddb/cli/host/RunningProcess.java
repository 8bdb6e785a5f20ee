package org.extenddb.cli.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process as it is remembered in a file: its id, and when it started, because ids are used again.
 *
 * @param startedAtMillis since the epoch; 0 where the system does not tell
 */
public record RunningProcess(long pid, long startedAtMillis) {
    /** The start is computed from the time of boot, which moves when the clock is set. */
    private static final long CLOCK_TOLERANCE_MILLIS = 3_000;

    public static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), startOf(process));
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks the process to end (SIGTERM), and ends it (SIGKILL) when it has not done so in time. Returns when it is gone. */
    public void stop(Duration patience) {
        Optional<ProcessHandle> process = handle();
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        if (!awaitExit(patience)) {
            process.get().destroyForcibly();
            awaitExit(patience);
        }
    }

    /** Whether the process is gone, at the latest after this time. */
    public boolean awaitExit(Duration patience) {
        Optional<ProcessHandle> process = handle();
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> isSameStart(startOf(process), startedAtMillis));
    }

    private static boolean isSameStart(long one, long other) {
        return one == 0 || other == 0 || Math.abs(one - other) <= CLOCK_TOLERANCE_MILLIS;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
