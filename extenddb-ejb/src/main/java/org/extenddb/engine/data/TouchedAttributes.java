package org.extenddb.engine.data;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.extenddb.core.expression.Condition;
import org.jspecify.annotations.Nullable;

/** Collects the top-level attributes that the parts of a request name. */
public final class TouchedAttributes {
    private final Set<String> names = new LinkedHashSet<>();

    public TouchedAttributes add(Collection<String> more) {
        names.addAll(more);
        return this;
    }

    public TouchedAttributes add(@Nullable Condition condition) {
        return condition == null ? this : add(condition.attributeNames());
    }

    public TouchedAttributes add(@Nullable ItemProjection projection) {
        return projection == null ? this : add(projection.attributes());
    }

    public Set<String> names() {
        return names;
    }
}
