/** The Liberty server that runs ExtendDB. */
@NullMarked
package org.extenddb.cli.liberty;

import org.jspecify.annotations.NullMarked;
