/** Jobs in PostgreSQL. */
@NullMarked
package org.extenddb.storage.jpa.job;

import org.jspecify.annotations.NullMarked;
