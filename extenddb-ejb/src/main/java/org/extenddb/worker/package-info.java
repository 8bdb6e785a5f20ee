/** Background work, which any number of servers share under leases in the database. */
@NullMarked
package org.extenddb.worker;

import org.jspecify.annotations.NullMarked;
