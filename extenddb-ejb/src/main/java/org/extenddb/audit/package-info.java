/** Writes down who changed what, and who was refused. */
@NullMarked
package org.extenddb.audit;

import org.jspecify.annotations.NullMarked;
