package org.extenddb.core.expression.bind;

import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/** Where placeholders get their meaning. Asking for a placeholder marks it as used. */
public interface Substitutions {
    /** The attribute name behind {@code #placeholder}; null when it is not defined. */
    @Nullable
    String name(String placeholder);

    /** The value behind {@code :placeholder}; null when it is not defined. */
    @Nullable
    AttributeValue value(String placeholder);
}
