/** The wire protocol on HTTP: bodies, headers, checksums, compression, CORS. */
@NullMarked
package org.extenddb.web;

import org.jspecify.annotations.NullMarked;
