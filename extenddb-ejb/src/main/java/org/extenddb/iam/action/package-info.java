/** The actions of IAM, one class each. */
@NullMarked
package org.extenddb.iam.action;

import org.jspecify.annotations.NullMarked;
