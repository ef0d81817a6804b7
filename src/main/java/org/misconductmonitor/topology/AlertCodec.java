package org.misconductmonitor.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.topology.serdes.EncodedRecord;

/**
 * Alerts in state stores: Avro's single-object encoding, whose fingerprint tells which version of the schema wrote them:
 * every release reads what the ones before it have written. One thread at a time.
 */
public final class AlertCodec {
    private static final byte[] NO_HEADER = {};

    private final AlertAvro avro = new AlertAvro();
    private final byte[] header = SingleObject.header(avro.schema());
    private final AlertEncoder alerts = new AlertEncoder(avro.schema());
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final BinaryMessageDecoder<GenericRecord> decoder = ReleasedSchemas.decoder(MonitorTopic.ALERTS);
    private BinaryEncoder encoder;

    public byte[] encode(Alert alert) {
        return behind(header, alert);
    }

    /** For topics and, as {@link #encode(EncodedRecord)}, the store: its bytes are made only once. */
    EncodedRecord record(Alert alert) {
        return new EncodedRecord(avro.schema(), behind(NO_HEADER, alert), () -> avro.write(alert));
    }

    byte[] encode(EncodedRecord alert) {
        return alert.behind(header);
    }

    /** @throws UncheckedIOException if a newer release wrote it */
    public Alert decode(byte[] bytes) {
        try {
            return avro.read(decoder.decode(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "an alert in the state store cannot be read; was it written by a newer release?", e);
        }
    }

    private byte[] behind(byte[] start, Alert alert) {
        buffer.reset();
        buffer.writeBytes(start);
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(buffer, encoder);
        // One that fails half-way keeps what it has, and would write it in front of the next alert.
        encoder = null;
        try {
            alerts.write(alert, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        encoder = out;
        return buffer.toByteArray();
    }
}
