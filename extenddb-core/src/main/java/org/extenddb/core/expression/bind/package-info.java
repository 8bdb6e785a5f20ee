/** Syntax trees and a request's names and values to something that can be applied to items. */
@NullMarked
package org.extenddb.core.expression.bind;

import org.jspecify.annotations.NullMarked;
