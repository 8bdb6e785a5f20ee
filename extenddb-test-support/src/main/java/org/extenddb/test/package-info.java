/** What the tests of several modules share. */
@NullMarked
package org.extenddb.test;

import org.jspecify.annotations.NullMarked;
