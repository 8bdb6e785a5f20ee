/** AWS's Query protocol: a form goes in, XML comes out. */
@NullMarked
package org.extenddb.core.queryprotocol;

import org.jspecify.annotations.NullMarked;
