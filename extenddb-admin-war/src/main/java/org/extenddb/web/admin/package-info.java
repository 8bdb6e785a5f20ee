/** The administration REST: thin resources over the services of {@code org.extenddb.admin}. */
@NullMarked
package org.extenddb.web.admin;

import org.jspecify.annotations.NullMarked;
