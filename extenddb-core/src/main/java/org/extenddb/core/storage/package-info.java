/** The storage SPI: every method's Javadoc is the contract that each back-end passes. */
@NullMarked
package org.extenddb.core.storage;

import org.jspecify.annotations.NullMarked;
