/** Tests that run inside the server, on the product's beans and its persistence unit. */
@NullMarked
package org.extenddb.it.container;

import org.jspecify.annotations.NullMarked;
