/** Values and definitions of DynamoDB's data model. */
@NullMarked
package org.extenddb.core.model;

import org.jspecify.annotations.NullMarked;
