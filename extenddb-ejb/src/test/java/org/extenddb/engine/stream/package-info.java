@NullMarked
package org.extenddb.engine.stream;

import org.jspecify.annotations.NullMarked;
