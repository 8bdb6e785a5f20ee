/** PutItem, GetItem, UpdateItem and DeleteItem. */
@NullMarked
package org.extenddb.engine.item;

import org.jspecify.annotations.NullMarked;
