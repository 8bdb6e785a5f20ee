/** How beans of this server are made. */
@NullMarked
package org.extenddb.cdi;

import org.jspecify.annotations.NullMarked;
