/** A development server: its home, its parts, how it starts and stops. */
@NullMarked
package org.extenddb.cli.dev;

import org.jspecify.annotations.NullMarked;
