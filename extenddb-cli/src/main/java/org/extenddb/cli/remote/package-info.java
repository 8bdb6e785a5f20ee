/** Asks a server's administration REST, wherever it is. */
@NullMarked
package org.extenddb.cli.remote;

import org.jspecify.annotations.NullMarked;
