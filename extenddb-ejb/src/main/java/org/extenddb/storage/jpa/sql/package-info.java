/** Connections and transactions: the only place that knows whether JTA runs them. */
@NullMarked
package org.extenddb.storage.jpa.sql;

import org.jspecify.annotations.NullMarked;
