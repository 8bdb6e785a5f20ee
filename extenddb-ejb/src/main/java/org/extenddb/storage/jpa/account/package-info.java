/** Accounts and access keys. */
@NullMarked
package org.extenddb.storage.jpa.account;

import org.jspecify.annotations.NullMarked;
