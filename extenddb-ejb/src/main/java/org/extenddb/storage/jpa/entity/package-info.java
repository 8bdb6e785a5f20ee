/** JPA entities of every table. They never leave storage. */
@NullMarked
package org.extenddb.storage.jpa.entity;

import org.jspecify.annotations.NullMarked;
