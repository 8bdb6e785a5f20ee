@NullMarked
package org.extenddb.engine.ttl;

import org.jspecify.annotations.NullMarked;
