/** Texts, ARNs and addresses that patterns of a policy match. */
@NullMarked
package org.extenddb.core.iam.match;

import org.jspecify.annotations.NullMarked;
