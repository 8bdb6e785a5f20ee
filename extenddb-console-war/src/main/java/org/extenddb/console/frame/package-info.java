/** What every page has around it. */
@NullMarked
package org.extenddb.console.frame;

import org.jspecify.annotations.NullMarked;
