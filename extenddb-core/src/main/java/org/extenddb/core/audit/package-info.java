/** What the audit log says, and the chain that shows whether it still says it. */
@NullMarked
package org.extenddb.core.audit;

import org.jspecify.annotations.NullMarked;
