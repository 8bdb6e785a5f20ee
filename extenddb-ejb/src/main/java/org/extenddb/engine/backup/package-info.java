/** Backups and point-in-time recovery. */
@NullMarked
package org.extenddb.engine.backup;

import org.jspecify.annotations.NullMarked;
