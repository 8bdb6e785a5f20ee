package org.extenddb.core.queryprotocol;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an action of IAM or STS writes the members of its result, in their order. */
public interface ResultOutput {
    /** Begins a structure. */
    ResultOutput begin(String name);

    /** Ends what was begun last. */
    ResultOutput end();

    /** A text; nothing where it is null. */
    ResultOutput text(String name, @Nullable String value);

    /** A policy document as it was sent; IAM's own answers have it percent-encoded. */
    ResultOutput document(String name, String document);

    ResultOutput number(String name, long value);

    ResultOutput bool(String name, boolean value);

    /** By the second, as AWS tells it. */
    ResultOutput time(String name, Instant value);

    /** A list of structures. */
    <T> ResultOutput list(String name, Collection<T> elements, Consumer<T> writer);

    /** A list of texts. */
    ResultOutput texts(String name, Collection<String> elements);

    /** A map of texts and numbers. */
    ResultOutput map(String name, Map<String, ?> entries);

    /** Tags: a list of keys and values. */
    default ResultOutput tags(String name, Map<String, String> tags) {
        return list(name, tags.entrySet(), tag -> text("Key", tag.getKey()).text("Value", tag.getValue()));
    }

    /** Members that AWS's answers do not have: left out of what goes to AWS's clients. */
    ResultOutput beyondAws(Runnable writer);
}
