package org.extenddb.core.object;

/**
 * An object without its bytes.
 *
 * @param size in bytes
 * @param etag changes when the object does; S3's, or one made of the file's size and time
 */
public record ObjectInfo(String key, long size, String etag) {}
