/** Attribute values as people read and write them. */
@NullMarked
package org.extenddb.console.value;

import org.jspecify.annotations.NullMarked;
