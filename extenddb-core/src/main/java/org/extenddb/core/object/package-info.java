/** Objects in buckets: where exports, imports and backups are, on a file system or in S3. */
@NullMarked
package org.extenddb.core.object;

import org.jspecify.annotations.NullMarked;
