package org.misconductmonitor.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.event.Subject;

/** Reads facts that the monitor itself handed from one officer's key to another's. */
final class HandoverGate implements Processor<byte[], byte[], Subject, Arrival> {
    private final Deserializer<Object> deserializer;
    private final HandoverAvro avro = new HandoverAvro();
    private ProcessorContext<Subject, Arrival> context;

    HandoverGate(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public void init(ProcessorContext<Subject, Arrival> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        Handover handover = avro.read(deserializer.deserialize(metadata.topic(), record.headers(), record.value()));
        Origin origin = new Origin(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                Origin.UNKNOWN_PUBLISHER,
                record.key(),
                record.value(),
                record.headers());
        context.forward(new Record<>(
                Subject.ofOfficer(handover.toOfficerId()),
                new Arrival.HandedOver(handover, origin),
                record.timestamp()));
    }
}
