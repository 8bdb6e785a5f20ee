/** The Condition element of policies: its operators, compiled. */
@NullMarked
package org.extenddb.core.iam.condition;

import org.jspecify.annotations.NullMarked;
