/** Pages about backups and point-in-time recovery. */
@NullMarked
package org.extenddb.console.backup;

import org.jspecify.annotations.NullMarked;
