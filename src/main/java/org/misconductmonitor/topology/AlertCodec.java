package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.misconductmonitor.alert.Alert;

/**
 * Alerts in state stores: Avro's single-object encoding, whose fingerprint tells which version of the schema wrote them:
 * every release reads what the ones before it have written. One thread at a time.
 */
public final class AlertCodec {
    private final AlertAvro avro = new AlertAvro();
    private final BinaryMessageEncoder<GenericRecord> encoder =
            new BinaryMessageEncoder<>(GenericData.get(), avro.schema());
    private final BinaryMessageDecoder<GenericRecord> decoder = ReleasedSchemas.decoder(MonitorTopic.ALERTS);

    public byte[] encode(Alert alert) {
        try {
            ByteBuffer buffer = encoder.encode(avro.write(alert));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
