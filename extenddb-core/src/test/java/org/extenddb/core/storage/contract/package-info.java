/** The storage SPI's contract as tests: a back-end runs each class by a one-line subclass. */
@NullMarked
package org.extenddb.core.storage.contract;

import org.jspecify.annotations.NullMarked;
