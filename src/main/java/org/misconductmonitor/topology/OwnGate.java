package org.misconductmonitor.topology;

import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.DecodeFailure;

/** Reads what the monitor itself has sent from one key to another. */
final class OwnGate implements Processor<byte[], byte[], Object, Object> {
    /** Makes an arrival of a decoded record. */
    interface Reader {
        Arrival read(IndexedRecord record, Origin origin);
    }

    private final Deserializer<Object> deserializer;
    private final Reader reader;
    private final Function<Arrival, Subject> key;
    private final String child;
    private ProcessorContext<Object, Object> context;

    /**
     * @param key whom an arrival is for
     * @param child where arrivals go
     */
    OwnGate(Deserializer<Object> deserializer, Reader reader, Function<Arrival, Subject> key, String child) {
        this.deserializer = deserializer;
        this.reader = reader;
        this.key = key;
        this.child = child;
    }

    /** Facts handed from one officer's key to another's. */
    static OwnGate handovers(Deserializer<Object> deserializer) {
        HandoverAvro avro = new HandoverAvro();
        return new OwnGate(
                deserializer,
                (record, origin) -> new Arrival.HandedOver(avro.read(record), origin),
                arrival -> Subject.ofOfficer(
                        ((Arrival.HandedOver) arrival).handover().toOfficerId()),
                Names.OFFICERS);
    }

    /** What facts are to the rules on tenants. */
    static OwnGate contributions(Deserializer<Object> deserializer) {
        ContributionAvro avro = new ContributionAvro();
        return new OwnGate(
                deserializer,
                (record, origin) -> new Arrival.Contributed(
                        avro.read(record), ContributionAvro.knownAt(record), avro.stored(record)),
                arrival -> Subject.ofTenant(
                        ((Arrival.Contributed) arrival).contribution().tenantId()),
                Names.TENANTS);
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        Optional<Arrival> arrival = read(origin);
        if (arrival.isPresent()) {
            context.forward(new Record<>(key.apply(arrival.get()), arrival.get(), record.timestamp()), child);
        } else {
            Rejection rejection = new Rejection(Rejection.Reason.WRONG_RECORD, null);
            context.forward(DeadLetters.of(origin, rejection), Names.DEAD_LETTERS_SINK);
        }
    }

    /** Only the monitor writes these topics; what somebody else put there must not stop it. */
    private Optional<Arrival> read(Origin origin) {
        try {
            Object decoded = deserializer.deserialize(origin.topic(), origin.headers(), origin.value());
            return Optional.of(reader.read((IndexedRecord) decoded, origin))
                    .filter(arrival -> EventCheck.isId(key.apply(arrival).id()));
        } catch (RuntimeException e) {
            if (DecodeFailure.classify(e) instanceof DecodeFailure.Unavailable) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
