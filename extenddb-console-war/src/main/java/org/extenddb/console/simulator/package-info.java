/** Whether somebody might do something, and why. */
@NullMarked
package org.extenddb.console.simulator;

import org.jspecify.annotations.NullMarked;
