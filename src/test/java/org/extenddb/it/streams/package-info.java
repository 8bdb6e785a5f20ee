/** That a stream tells every committed change once and in order, whatever is killed meanwhile. */
@NullMarked
package org.extenddb.it.streams;

import org.jspecify.annotations.NullMarked;
