/** What jobs of backups and restores have to know, and what a backup consists of. */
@NullMarked
package org.extenddb.core.backup;

import org.jspecify.annotations.NullMarked;
