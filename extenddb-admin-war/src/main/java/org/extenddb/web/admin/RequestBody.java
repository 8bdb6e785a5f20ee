package org.extenddb.web.admin;

/** The body of a request: a record whose members are null where they were not sent. */
public interface RequestBody {}
