/** The database of a development server: embedded, or one that is there already. */
@NullMarked
package org.extenddb.cli.postgres;

import org.jspecify.annotations.NullMarked;
