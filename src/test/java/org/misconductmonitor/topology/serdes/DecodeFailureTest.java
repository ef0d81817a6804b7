package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.topology.serdes.DecodeFailure.Malformed;
import org.misconductmonitor.topology.serdes.DecodeFailure.Unavailable;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

class DecodeFailureTest {
    static Stream<Throwable> outages() {
        return Stream.of(
                new RegistryUnavailableException("away"),
                new RegistryRefusedException(400, "why"),
                new RuntimeException(new ExecutionException(new ConnectException("refused"))),
                new SerializationException(new SocketTimeoutException()),
                new SerializationException(new UnknownHostException("nowhere")),
                new SerializationException(new HttpTimeoutException("slow")),
                new SerializationException(new javax.net.ssl.SSLHandshakeException("who?")),
                new SerializationException("Error retrieving Avro value schema for id 1", new EOFException()),
                new SerializationException("Error retrieving", new Answer(500, "broken; error code: 50001")),
                new SerializationException("Error retrieving", new Answer(401, "Unauthorized; error code: 401")),
                new SerializationException("Error retrieving", new Answer(429, "too many")),
                new SerializationException("Error retrieving", new Answer(404, "HTML; error code: 404")),
                new InvalidConfigurationException("Unauthorized; error code: 401"),
                new ThrottlingQuotaExceededException("slowly"),
                new TimeoutException("later"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void shouldNeverTakeAnOutageForGarbage(Throwable failure) {
        assertThat(DecodeFailure.classify(failure)).isEqualTo(new Unavailable());
        assertThat(DecodeFailure.classify(new RuntimeException("outer", failure)))
                .isEqualTo(new Unavailable());
    }

    @Test
    void shouldTellTheReasonOfGarbage() {
        assertReason(new UnknownSchemaException(3), Reason.UNKNOWN_SCHEMA);
        assertReason(new MalformedRecordException(Reason.TRAILING_BYTES, "x"), Reason.TRAILING_BYTES);
        assertReason(new SerializationException("Unknown magic byte!"), Reason.NOT_AVRO_FRAME);
        assertReason(new SerializationException("Error deserializing", new EOFException()), Reason.TRUNCATED);
        assertReason(new SerializationException(new AvroTypeException("no")), Reason.UNDECODABLE);
        assertReason(new SerializationException(new IOException("Invalid int")), Reason.UNDECODABLE);
        assertReason(new InvalidConfigurationException("Schema 9 not found; error code: 40403"), Reason.UNKNOWN_SCHEMA);
        assertReason(
                new SerializationException("Error retrieving", new Answer(404, "none; error code: 40403")),
                Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void shouldNotTurnInCircles() {
        RuntimeException first = new RuntimeException("a");
        first.initCause(new RuntimeException("b", first));
        assertReason(first, Reason.UNDECODABLE);
    }

    private static void assertReason(Throwable failure, Reason reason) {
        assertThat(DecodeFailure.classify(failure)).isEqualTo(new Malformed(reason));
    }

    /** As Confluent's RestClientException. */
    public static final class Answer extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Answer(int status, String message) {
            super(message);
            this.status = status;
        }

        public int getStatus() {
            return status;
        }
    }
}
