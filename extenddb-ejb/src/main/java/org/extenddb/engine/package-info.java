/** The way of a request from the wire to its answer. {@link org.extenddb.engine.RequestPipeline} tells it top to bottom. */
@NullMarked
package org.extenddb.engine;

import org.jspecify.annotations.NullMarked;
