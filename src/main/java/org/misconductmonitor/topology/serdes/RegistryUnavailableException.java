package org.misconductmonitor.topology.serdes;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The schema registry could not be asked, or would not answer, for the whole of {@code registry.retry.timeout.ms}.
 *
 * <p>It says nothing about the record: whoever catches it must try the same record again and never dead-letter it.
 */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message) {
        super(message);
    }
}
