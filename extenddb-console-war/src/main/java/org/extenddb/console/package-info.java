/** The browser console: Faces beans over the admin services. */
@NullMarked
package org.extenddb.console;

import org.jspecify.annotations.NullMarked;
