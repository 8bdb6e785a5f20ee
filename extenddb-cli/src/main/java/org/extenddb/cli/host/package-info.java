/** What the commands need of the machine: files, ports, processes. */
@NullMarked
package org.extenddb.cli.host;

import org.jspecify.annotations.NullMarked;
