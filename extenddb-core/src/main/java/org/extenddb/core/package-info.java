/** The part of ExtendDB that is a pure function of its input: no server, no database. */
@NullMarked
package org.extenddb.core;

import org.jspecify.annotations.NullMarked;
