/** Backups and point-in-time recovery: requests and answers. */
@NullMarked
package org.extenddb.core.api.backup;

import org.jspecify.annotations.NullMarked;
