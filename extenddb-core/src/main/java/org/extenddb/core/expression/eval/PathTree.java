package org.extenddb.core.expression.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Paths that share their beginnings. A node is a leaf, or has members of a map below it, or elements of a list: never two of
 * these. Built by one thread, then only read.
 *
 * @param <T> what a leaf carries
 */
public final class PathTree<T> {
    private final AttributePath firstPath;
    private final @Nullable T leaf;
    private final Map<String, PathTree<T>> members = new LinkedHashMap<>();
    private final SortedMap<Integer, PathTree<T>> elements = new TreeMap<>();

    /**
     * Makes a node.
     *
     * @param firstPath the path for which the node was made
     * @param leaf null for a node with others below it
     */
    public PathTree(AttributePath firstPath, @Nullable T leaf) {
        this.firstPath = firstPath;
        this.leaf = leaf;
    }

    /** The first path that ends here or goes through here. */
    public AttributePath firstPath() {
        return firstPath;
    }

    /** What the path that ends here carries; null when paths go on below. */
    public @Nullable T leaf() {
        return leaf;
    }

    /** Below a map, in the order in which they were first named. */
    public Map<String, PathTree<T>> members() {
        return members;
    }

    /** Below a list, by index. */
    public SortedMap<Integer, PathTree<T>> elements() {
        return elements;
    }
}
