/** IAM and STS by AWS's Query protocol: how a call comes in, is answered and refused. The actions are one package each further down. */
@NullMarked
package org.extenddb.iam;

import org.jspecify.annotations.NullMarked;
