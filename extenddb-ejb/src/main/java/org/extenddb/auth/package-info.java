/** Who sent a request, and whether they may. */
@NullMarked
package org.extenddb.auth;

import org.jspecify.annotations.NullMarked;
