package org.misconductmonitor.topology;

import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.DecodeFailure;

/** Reads facts that the monitor itself handed from one officer's key to another's. */
final class HandoverGate implements Processor<byte[], byte[], Object, Object> {
    private final Deserializer<Object> deserializer;
    private final HandoverAvro avro = new HandoverAvro();
    private ProcessorContext<Object, Object> context;

    HandoverGate(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        Optional<Handover> handover = decode(origin);
        if (handover.isPresent()) {
            context.forward(
                    new Record<>(
                            Subject.ofOfficer(handover.get().toOfficerId()),
                            new Arrival.HandedOver(handover.get(), origin),
                            record.timestamp()),
                    Names.OFFICERS);
        } else {
            Rejection rejection = new Rejection(Rejection.Reason.WRONG_RECORD, null);
            context.forward(DeadLetters.of(origin, rejection), Names.DEAD_LETTERS_SINK);
        }
    }

    /** Only the monitor writes this topic; what somebody else put there must not stop it. */
    private Optional<Handover> decode(Origin origin) {
        try {
            return Optional.of(avro.read(deserializer.deserialize(origin.topic(), origin.headers(), origin.value())));
        } catch (RuntimeException e) {
            if (DecodeFailure.classify(e) instanceof DecodeFailure.Unavailable) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
