/** Pages about users and what they may do. */
@NullMarked
package org.extenddb.console.identity;

import org.jspecify.annotations.NullMarked;
