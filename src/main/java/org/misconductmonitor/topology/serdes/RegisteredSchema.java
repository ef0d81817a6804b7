package org.misconductmonitor.topology.serdes;

import org.apache.avro.Schema;

/**
 * One version of a subject, as the registry holds it.
 *
 * @param schema with its references inlined
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
