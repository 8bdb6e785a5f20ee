/** What is known of backups, and the snapshots that they are made of. */
@NullMarked
package org.extenddb.storage.jpa.backup;

import org.jspecify.annotations.NullMarked;
