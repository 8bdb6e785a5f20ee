/** An installation on a PostgreSQL that is there already: set up, migrated, served, taken away. */
@NullMarked
package org.extenddb.cli.site;

import org.jspecify.annotations.NullMarked;
