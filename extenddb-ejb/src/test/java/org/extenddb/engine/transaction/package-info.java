@NullMarked
package org.extenddb.engine.transaction;

import org.jspecify.annotations.NullMarked;
