/** The table catalogue on JPA, cached on each server. */
@NullMarked
package org.extenddb.storage.jpa.table;

import org.jspecify.annotations.NullMarked;
