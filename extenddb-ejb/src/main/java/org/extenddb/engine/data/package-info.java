/** What the operations on items share: the plan of a table, checks of keys and items, the wording of refusals. */
@NullMarked
package org.extenddb.engine.data;

import org.jspecify.annotations.NullMarked;
