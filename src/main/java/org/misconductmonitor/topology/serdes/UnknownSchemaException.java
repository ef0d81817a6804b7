package org.misconductmonitor.topology.serdes;

/** The registry answers, and has no schema of this id. */
public final class UnknownSchemaException extends MalformedRecordException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(int id) {
        super(Reason.UNKNOWN_SCHEMA, "the schema registry has no schema with id " + id);
    }
}
