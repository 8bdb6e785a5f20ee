/** What administrators of the installation do; the services behind their tools. */
@NullMarked
package org.extenddb.admin;

import org.jspecify.annotations.NullMarked;
