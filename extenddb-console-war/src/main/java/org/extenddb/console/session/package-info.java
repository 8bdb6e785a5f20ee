/** Who is signed in. */
@NullMarked
package org.extenddb.console.session;

import org.jspecify.annotations.NullMarked;
