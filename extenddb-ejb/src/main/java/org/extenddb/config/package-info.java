/** What an operator can tune: one class for each feature, each key under {@code extenddb.}, each with a default. */
@NullMarked
package org.extenddb.config;

import org.jspecify.annotations.NullMarked;
