/**
 * Readiness. The checks are beans of this web module alone: the server asks the beans of each web module, and those of the EJB
 * module, which every web module sees, would be asked and listed once for each.
 */
@NullMarked
package org.extenddb.web.health;

import org.jspecify.annotations.NullMarked;
