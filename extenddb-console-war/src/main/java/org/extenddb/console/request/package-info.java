/** What a request of the console looks like in other tools. */
@NullMarked
package org.extenddb.console.request;

import org.jspecify.annotations.NullMarked;
