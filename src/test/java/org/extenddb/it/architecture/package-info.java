/** The rules of docs/invariants.md. */
@NullMarked
package org.extenddb.it.architecture;

import org.jspecify.annotations.NullMarked;
