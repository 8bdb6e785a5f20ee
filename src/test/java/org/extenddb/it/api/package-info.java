/** The DynamoDB API of the packaged server, driven by the AWS SDK and by raw HTTP. */
@NullMarked
package org.extenddb.it.api;

import org.jspecify.annotations.NullMarked;
