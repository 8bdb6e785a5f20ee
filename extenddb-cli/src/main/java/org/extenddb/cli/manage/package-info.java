/** {@code extenddb manage}: accounts and all that is in them. */
@NullMarked
package org.extenddb.cli.manage;

import org.jspecify.annotations.NullMarked;
