package org.extenddb.core.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what texts parsed to. Bounded: entries live in two generations, and when the younger one is full the older one is
 * forgotten. Thread-safe; a hit takes no lock. Texts that do not parse are not remembered.
 *
 * @param <T> what a text parses to; immutable
 */
final class ParsedExpressions<T> {
    /** Texts are up to 4 KB, so a cache of this size stays in the tens of megabytes at worst. */
    static final int GENERATION_SIZE = 1000;

    private final Function<String, T> parser;
    private volatile Map<String, T> young = new ConcurrentHashMap<>();
    private volatile Map<String, T> old = Map.of();

    ParsedExpressions(Function<String, T> parser) {
        this.parser = parser;
    }

    T parse(String text) {
        T known = young.get(text);
        if (known != null) {
            return known;
        }
        T aged = old.get(text);
        T parsed = aged != null ? aged : parser.apply(text);
        remember(text, parsed);
        return parsed;
    }

    /** How many texts are remembered. */
    int size() {
        return young.size() + old.size();
    }

    private void remember(String text, T parsed) {
        if (young.size() >= GENERATION_SIZE) {
            nextGeneration();
        }
        young.put(text, parsed);
    }

    private synchronized void nextGeneration() {
        if (young.size() >= GENERATION_SIZE) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
