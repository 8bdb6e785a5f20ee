@NullMarked
package org.extenddb.worker.backup;

import org.jspecify.annotations.NullMarked;
