package org.misconductmonitor.topology;

import org.apache.avro.Schema;

/** Makes a schema known to the schema registry. */
@FunctionalInterface
public interface SchemaRegistrar {
    /**
     * Registers the schema unless it already is, and makes the registry refuse later versions of the subject that are
     * not BACKWARD compatible.
     *
     * @return the id that records carry
     */
    int register(String subject, Schema schema);
}
