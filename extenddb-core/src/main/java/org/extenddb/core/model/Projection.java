package org.extenddb.core.model;

import java.util.List;

/** Which attributes an index holds; {@code nonKeyAttributes} is empty unless the type is INCLUDE. */
public record Projection(ProjectionType type, List<String> nonKeyAttributes) {
    public static final Projection ALL = new Projection(ProjectionType.ALL, List.of());

    public Projection {
        nonKeyAttributes = List.copyOf(nonKeyAttributes);
    }
}
