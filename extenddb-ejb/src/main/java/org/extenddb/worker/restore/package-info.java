/** Fills tables with what others were, and with what backups have; and keeps the past in order. */
@NullMarked
package org.extenddb.worker.restore;

import org.jspecify.annotations.NullMarked;
