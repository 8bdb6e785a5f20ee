/** Two servers of one ExtendDB, shared by all tests of what goes on between them. */
@NullMarked
package org.extenddb.it.pair;

import org.jspecify.annotations.NullMarked;
