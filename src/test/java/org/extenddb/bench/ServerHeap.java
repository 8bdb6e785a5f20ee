package org.extenddb.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The Java heap of a server on this machine, asked for by the JDK's jcmd. */
public record ServerHeap(long pid) {
    /** One line a generation, or one for all; those of metaspace have no total. */
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /** Megabytes in use, garbage included. */
    public long used() {
        return USED.matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(generation -> Long.parseLong(generation.group(1)))
                        .sum()
                / 1024;
    }

    /** Megabytes in use after a full collection. */
    public long live() {
        jcmd("GC.run");
        return used();
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder("jcmd", Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
