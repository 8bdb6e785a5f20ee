package org.extenddb.core.testing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Runs a property many times on random data, each time from a seed of its own that a failure names.
 * {@code -Dextenddb.seed=n} repeats the run of that seed alone, {@code -Dextenddb.fuzz.seconds=n} goes on for so long.
 */
public final class Seeds {
    private static final Logger LOG = System.getLogger(Seeds.class.getName());
    private static final String PROPERTY = "extenddb.seed";
    private static final long FUZZ_NANOS = TimeUnit.SECONDS.toNanos(Integer.getInteger("extenddb.fuzz.seconds", 0));

    private Seeds() {}

    /** Something that holds for all data that {@code random} may lead to. */
    @FunctionalInterface
    public interface Property {
        void check(Random random);
    }

    public static void forEach(int runs, Property property) {
        Long only = Long.getLong(PROPERTY);
        if (only != null) {
            check(only, property);
            return;
        }
        long first = System.nanoTime();
        int done = 0;
        while (done < runs || System.nanoTime() - first < FUZZ_NANOS) {
            check(first + done, property);
            done++;
        }
        if (FUZZ_NANOS > 0) {
            LOG.log(Level.INFO, "{0} runs from seed {1} on", String.valueOf(done), String.valueOf(first));
        }
    }

    private static void check(long seed, Property property) {
        try {
            property.check(new Random(seed));
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("failed with -D" + PROPERTY + "=" + seed + ": " + failure.getMessage(), failure);
        }
    }
}
