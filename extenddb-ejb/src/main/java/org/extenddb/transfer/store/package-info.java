/** Object stores: a directory, or whatever speaks S3's protocol. */
@NullMarked
package org.extenddb.transfer.store;

import org.jspecify.annotations.NullMarked;
