/** Makes backups, takes them away, and fills tables from them. */
@NullMarked
package org.extenddb.worker.backup;

import org.jspecify.annotations.NullMarked;
