package org.misconductmonitor.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.topology.serdes.DecodeFailure;

/** Decodes records that others have published. */
final class Decoding {
    private Decoding() {}

    /**
     * Decodes the value.
     *
     * @throws InvalidEventException if the bytes can never be decoded; when the registry cannot be asked, what the
     *     deserializer threw: the record may be good
     */
    static Object decode(Origin origin, Deserializer<Object> deserializer) {
        if (origin.value() == null) {
            throw new InvalidEventException(Rejection.Reason.NULL_VALUE, null);
        }
        try {
            return deserializer.deserialize(origin.topic(), origin.headers(), origin.value());
        } catch (RuntimeException e) {
            if (DecodeFailure.classify(e) instanceof DecodeFailure.Malformed malformed) {
                throw new InvalidEventException(
                        Rejection.Reason.valueOf(malformed.reason().name()), null);
            }
            throw e;
        }
    }
}
