package org.misconductmonitor.topology.serdes;

import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of one record can never be decoded, however often one tries: a dead letter.
 *
 * <p>Neither the message nor the causes hold anything of the payload, because both end up in logs and in the headers
 * of dead letters.
 */
public class MalformedRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public MalformedRecordException(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = Objects.requireNonNull(reason);
    }

    public final Reason reason() {
        return reason;
    }

    /** Why a record cannot be decoded; the names are published in dead letters and metrics and never change. */
    public enum Reason {
        /** Not a zero byte, a four-byte schema id and a payload. */
        NOT_AVRO_FRAME,
        /** The registry answers, and does not know the schema id. */
        UNKNOWN_SCHEMA,
        /** The payload ends before the schema does. */
        TRUNCATED,
        /** The payload goes on after the schema has ended. */
        TRAILING_BYTES,
        /** A text of the payload is not UTF-8. */
        NOT_UTF8,
        /** The payload contradicts its schema, or the schema is not one of an Avro record or unfolds without measure. */
        UNDECODABLE
    }
}
