/** Long work in the background, such as exports, imports, backups and restores, and how far it has come. */
@NullMarked
package org.extenddb.core.job;

import org.jspecify.annotations.NullMarked;
