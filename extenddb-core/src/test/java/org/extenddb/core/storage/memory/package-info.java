/** An honest back-end without a database: it passes the same contracts as PostgreSQL. */
@NullMarked
package org.extenddb.core.storage.memory;

import org.jspecify.annotations.NullMarked;
