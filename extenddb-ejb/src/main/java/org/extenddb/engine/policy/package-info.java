/** The policies of tables: PutResourcePolicy, GetResourcePolicy, DeleteResourcePolicy. */
@NullMarked
package org.extenddb.engine.policy;

import org.jspecify.annotations.NullMarked;
