/** The actions of STS, one class each. */
@NullMarked
package org.extenddb.iam.sts;

import org.jspecify.annotations.NullMarked;
