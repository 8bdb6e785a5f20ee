/** What policies let through and what not, tested by what goes over the wire. */
@NullMarked
package org.extenddb.engine.access;

import org.jspecify.annotations.NullMarked;
