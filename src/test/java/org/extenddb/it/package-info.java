/** Tests of the whole: the layering, the container, the server as its users see it. */
@NullMarked
package org.extenddb.it;

import org.jspecify.annotations.NullMarked;
