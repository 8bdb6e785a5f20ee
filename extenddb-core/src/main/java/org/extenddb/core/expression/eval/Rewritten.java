package org.extenddb.core.expression.eval;

import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * A value after an update.
 *
 * @param updated null when the value is gone
 * @param oldPart what the update touched, as it was; null when it was not there
 * @param newPart what the update touched, as it is; null when it is not there
 */
record Rewritten(
        @Nullable AttributeValue updated,
        @Nullable AttributeValue oldPart,
        @Nullable AttributeValue newPart) {}
