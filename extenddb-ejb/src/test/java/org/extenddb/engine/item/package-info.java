/** Tests of the single-item operations beyond the golden scripts. */
@NullMarked
package org.extenddb.engine.item;

import org.jspecify.annotations.NullMarked;
