/** The audit log in PostgreSQL. */
@NullMarked
package org.extenddb.storage.jpa.audit;

import org.jspecify.annotations.NullMarked;
