package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.topology.serdes.EncodedRecord;
import org.misconductmonitor.topology.serdes.PayloadEncoder;

/**
 * Alerts in state stores: Avro's single-object encoding, whose fingerprint tells which version of the schema wrote them:
 * every release reads what the ones before it have written. One thread at a time.
 */
public final class AlertCodec {
    private final AlertAvro avro = new AlertAvro();
    private final byte[] header = SingleObject.header(avro.schema());
    private final PayloadEncoder encoder = new PayloadEncoder(avro.schema());
    private final BinaryMessageDecoder<GenericRecord> decoder = ReleasedSchemas.decoder(MonitorTopic.ALERTS);

    public byte[] encode(Alert alert) {
        try {
            return encoder.behind(header, avro.write(alert));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For topics and, as {@link #encode(EncodedRecord)}, the store: its bytes are made only once. */
    EncodedRecord record(Alert alert) {
        try {
            return encoder.encoded(avro.write(alert));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
