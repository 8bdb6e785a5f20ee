@NullMarked
package org.extenddb.worker.restore;

import org.jspecify.annotations.NullMarked;
