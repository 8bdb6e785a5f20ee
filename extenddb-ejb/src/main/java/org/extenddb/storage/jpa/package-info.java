/** PostgreSQL behind the storage SPI: the schema and the wiring. */
@NullMarked
package org.extenddb.storage.jpa;

import org.jspecify.annotations.NullMarked;
