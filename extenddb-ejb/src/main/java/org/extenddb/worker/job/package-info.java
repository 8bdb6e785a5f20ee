/** Does jobs: under a lease and in slices, so that another server goes on where one dies. */
@NullMarked
package org.extenddb.worker.job;

import org.jspecify.annotations.NullMarked;
