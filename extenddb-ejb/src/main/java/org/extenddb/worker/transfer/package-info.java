/** Exports and imports, as jobs. */
@NullMarked
package org.extenddb.worker.transfer;

import org.jspecify.annotations.NullMarked;
