/** Accounts' users, groups, roles and managed policies, as IAM has them. */
@NullMarked
package org.extenddb.core.identity;

import org.jspecify.annotations.NullMarked;
