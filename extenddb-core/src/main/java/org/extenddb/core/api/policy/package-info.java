/** PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy on the wire. */
@NullMarked
package org.extenddb.core.api.policy;

import org.jspecify.annotations.NullMarked;
