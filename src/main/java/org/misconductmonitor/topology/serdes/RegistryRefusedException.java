package org.misconductmonitor.topology.serdes;

import org.apache.kafka.common.errors.SerializationException;

/** The registry understood a request and refuses it for good, for example an incompatible or unregistered schema. */
public final class RegistryRefusedException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public RegistryRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
