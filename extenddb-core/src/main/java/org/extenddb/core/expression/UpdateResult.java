package org.extenddb.core.expression;

import org.extenddb.core.model.Item;

/**
 * What an update made of an item.
 *
 * @param updated the whole item, what ALL_NEW returns
 * @param updatedOld what UPDATED_OLD returns: the touched paths alone, inside their parents, as they were
 * @param updatedNew what UPDATED_NEW returns: the touched paths alone, inside their parents, as they are
 */
public record UpdateResult(Item updated, Item updatedOld, Item updatedNew) {}
