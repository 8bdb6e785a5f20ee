package org.extenddb.cli.host;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Tells what is being done, and how long it took once it is done. */
public final class Progress {
    private final PrintWriter out;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public <T> T step(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        out.printf("  %-46s", what + " ...");
        out.flush();
        boolean done = false;
        try {
            T result = work.call();
            done = true;
            return result;
        } finally {
            out.println(done ? " %5.1f s".formatted((System.nanoTime() - start) / 1e9) : " failed");
            out.flush();
        }
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }
}
