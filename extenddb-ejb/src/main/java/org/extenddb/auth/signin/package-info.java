/** Signing in by name and password, and the bearer tokens that come of it: for administration and console. */
@NullMarked
package org.extenddb.auth.signin;

import org.jspecify.annotations.NullMarked;
