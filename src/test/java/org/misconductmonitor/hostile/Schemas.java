package org.misconductmonitor.hostile;

import org.apache.avro.Schema;

/** A registry to which a hostile publisher has the key. */
public interface Schemas {
    /** Registers it, whatever it is. */
    int id(Schema schema);
}
