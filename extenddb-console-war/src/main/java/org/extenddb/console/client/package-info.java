/** The pipeline and the services, as the person who is signed in. */
@NullMarked
package org.extenddb.console.client;

import org.jspecify.annotations.NullMarked;
