/** Databases, servers and connections that fail when the tests tell them to. */
@NullMarked
package org.extenddb.it.outage;

import org.jspecify.annotations.NullMarked;
