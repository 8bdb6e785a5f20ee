/** What items of tables with point-in-time recovery were. */
@NullMarked
package org.extenddb.storage.jpa.history;

import org.jspecify.annotations.NullMarked;
