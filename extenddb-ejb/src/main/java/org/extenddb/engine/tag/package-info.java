/** The operations on tags. */
@NullMarked
package org.extenddb.engine.tag;

import org.jspecify.annotations.NullMarked;
