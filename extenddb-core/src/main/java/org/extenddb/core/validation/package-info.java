/** Member constraints: collected, in AWS's order and words, before anything needs a table. */
@NullMarked
package org.extenddb.core.validation;

import org.jspecify.annotations.NullMarked;
