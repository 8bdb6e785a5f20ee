/**
 * AWS Signature Version 4 as a pure function of a request, a secret and the time.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API request</a>
 */
@NullMarked
package org.extenddb.core.sigv4;

import org.jspecify.annotations.NullMarked;
