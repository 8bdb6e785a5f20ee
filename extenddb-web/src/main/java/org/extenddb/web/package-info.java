/** The wire protocol and admin REST over JAX-RS. */
@NullMarked
package org.extenddb.web;

import org.jspecify.annotations.NullMarked;
