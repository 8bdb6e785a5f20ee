package org.extenddb.core.storage;

/** A mutation of one item. */
public record AddressedMutation(ItemAddress address, ItemMutation mutation) {}
