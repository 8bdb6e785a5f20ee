package org.extenddb.console.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A policy document that is being edited, and what it was when the editor was opened: whoever saves knows what they replace. */
final class PolicyEditor implements Serializable {
    private @Nullable String read;
    private String text = "";

    /** @param document as IAM has it; null where there is none yet */
    void open(@Nullable String document) {
        read = document;
        text = document == null ? "" : PolicyText.pretty(document);
    }

    /** What is being typed is for another policy than the one that was read, if one was: one that is not there yet. */
    void startAnew() {
        read = null;
    }

    /** @param now as IAM has it at this moment; null where there is none */
    boolean isStill(@Nullable String now) {
        return read == null ? now == null : read.equals(now);
    }

    String text() {
        return text;
    }

    void type(@Nullable String typed) {
        text = typed == null ? "" : typed;
    }
}
