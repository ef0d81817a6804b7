package org.misconductmonitor.topology.serdes;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.misconductmonitor.topology.serdes.DecodeFailure.Malformed;
import org.misconductmonitor.topology.serdes.DecodeFailure.Unavailable;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

/**
 * One link of a chain of causes from a deserializer that is not ours. Classes are told by name, since their libraries
 * need not be there.
 */
record ForeignFailure(Throwable link) {
    private static final String KAFKA_ERRORS = "org.apache.kafka.common.errors.";
    private static final Set<String> UNAVAILABLE = Set.of(
            KAFKA_ERRORS + "RetriableException",
            KAFKA_ERRORS + "AuthenticationException",
            KAFKA_ERRORS + "AuthorizationException",
            KAFKA_ERRORS + "ThrottlingQuotaExceededException",
            KAFKA_ERRORS + "InterruptException");

    /** Empty when this link does not speak of the registry. */
    Optional<DecodeFailure> onRegistry() {
        if (isNetwork() || UNAVAILABLE.stream().anyMatch(this::is)) {
            return Optional.of(new Unavailable());
        }
        OptionalInt status = status();
        if (status.isPresent()) {
            return Optional.of(
                    status.getAsInt() == 404 && says("40403")
                            ? new Malformed(Reason.UNKNOWN_SCHEMA)
                            : new Unavailable());
        }
        if (is(KAFKA_ERRORS + "InvalidConfigurationException")) {
            // What Confluent's deserializer makes of every 4xx, without a cause.
            return Optional.of(says("error code: 40403") ? new Malformed(Reason.UNKNOWN_SCHEMA) : new Unavailable());
        }
        // An answer cut off is an EOFException too, and must not count as a truncated record.
        return says("Error retrieving") ? Optional.of(new Unavailable()) : Optional.empty();
    }

    /** Empty when this link does not speak of the bytes. */
    Optional<DecodeFailure> onBytes() {
        if (says("Unknown magic byte")) {
            return Optional.of(new Malformed(Reason.NOT_AVRO_FRAME));
        }
        return link instanceof EOFException ? Optional.of(new Malformed(Reason.TRUNCATED)) : Optional.empty();
    }

    private boolean isNetwork() {
        String home = link.getClass().getPackageName();
        boolean javaNet =
                link instanceof IOException && (home.startsWith("java.net") || home.equals("java.nio.channels"));
        return javaNet || link instanceof SSLException || link instanceof TimeoutException;
    }

    private boolean is(String typeName) {
        for (Class<?> type = link.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(typeName)) {
                return true;
            }
        }
        return false;
    }

    private boolean says(String text) {
        return Objects.toString(link.getMessage(), "").contains(text);
    }

    /** The HTTP status of Confluent's RestClientException and its like. */
    private OptionalInt status() {
        try {
            Object status = link.getClass().getMethod("getStatus").invoke(link);
            return status instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }
}
