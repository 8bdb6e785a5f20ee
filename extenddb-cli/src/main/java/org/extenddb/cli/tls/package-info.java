/** The certificate of a development server. */
@NullMarked
package org.extenddb.cli.tls;

import org.jspecify.annotations.NullMarked;
