/** The one catalogue of errors. */
@NullMarked
package org.extenddb.core.error;

import org.jspecify.annotations.NullMarked;
