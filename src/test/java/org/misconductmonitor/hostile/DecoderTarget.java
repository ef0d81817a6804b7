package org.misconductmonitor.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.serdes.FakeRegistry;
import org.misconductmonitor.topology.serdes.MalformedRecordException;
import org.misconductmonitor.topology.serdes.MonitorAvroDeserializer;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/**
 * A payload of one of the corpus's schemas, which the first byte chooses: a record, or a reason why it is none; and an
 * event that is the same however it is written and read, or a reason why it is none.
 */
public final class DecoderTarget implements Target {
    private static final int ANY_FRAME = 255;

    private final List<Integer> ids = new ArrayList<>();
    private final List<byte[]> seeds = new ArrayList<>();
    private final MonitorAvroDeserializer deserializer;
    private final EventAvro avro = new EventAvro();

    @SuppressWarnings("resource") // as long as the process
    public DecoderTarget() {
        FakeRegistry registry = new FakeRegistry();
        SchemaRegistryClient client = new SchemaRegistryClient(
                RegistryConfig.from(Map.of(RegistryConfig.URL, registry.url(), RegistryConfig.RETRY_BACKOFF, "0")));
        deserializer = new MonitorAvroDeserializer(client, false);
        Schemas schemas = schema -> registered(registry.register(schema));
        for (HostileRecord record : Corpus.of(schemas, HostileTopology.NOW)) {
            if (record.value() != null && record.value().length > 5 && record.value().length < 2_000) {
                seeds.add(seed(record.value()));
            }
        }
    }

    private int registered(int id) {
        if (!ids.contains(id) && ids.size() < ANY_FRAME) {
            ids.add(id);
        }
        return id;
    }

    private byte[] seed(byte[] frame) {
        int id = ids.indexOf(ByteBuffer.wrap(frame).getInt(1));
        byte[] seed = new byte[frame.length - 4];
        System.arraycopy(frame, 5, seed, 1, frame.length - 5);
        seed[0] = (byte) id;
        return seed;
    }

    @Override
    public String verdict(byte[] input) {
        if (input.length == 0) {
            return "nothing";
        }
        int choice = input[0] & 0xFF;
        byte[] payload = new byte[input.length - 1];
        System.arraycopy(input, 1, payload, 0, payload.length);
        return decode(choice == ANY_FRAME ? payload : Records.frame(ids.get(choice % ids.size()), payload));
    }

    private String decode(byte[] frame) {
        IndexedRecord record;
        try {
            record = deserializer.deserialize("t", frame);
        } catch (MalformedRecordException e) {
            Messages.assertPlain(e.getMessage(), 400, "frame");
            return e.reason().name();
        }
        StringBuilder verdict = new StringBuilder();
        for (Feed feed : Feed.values()) {
            try {
                verdict.append(check(avro.read(record, feed)));
            } catch (InvalidEventException e) {
                Messages.assertPlain(e.getMessage(), 400, "record");
                verdict.append(e.rejection());
            }
        }
        return verdict.toString();
    }

    private String check(Event event) {
        var rejection = EventCheck.check(event, HostileTopology.NOW);
        if (rejection.isPresent()) {
            Messages.assertPlain(rejection.get().toString(), 400, "event");
            return rejection.get().toString();
        }
        List<StoredFact> stored = List.of(StoredFact.of(event));
        if (!EventCodec.decode(EventCodec.encode(stored)).equals(stored)) {
            throw new AssertionError("another event after storing it");
        }
        if (event.type().feed() != null) {
            if (!EventJson.read(EventJson.write(event)).equals(event)) {
                throw new AssertionError("another event after writing and reading it");
            }
            publish(event);
        }
        return event.fields().toString();
    }

    /** As this release writes it, if it knows all words: what was finer than a microsecond is cut off once. */
    private void publish(Event event) {
        try {
            Event published = avro.read(avro.write(event), event.type().feed());
            if (!avro.read(avro.write(published), event.type().feed()).equals(published)) {
                throw new AssertionError("another event after publishing it");
            }
            if (published.fields().size() != event.fields().size()) {
                throw new AssertionError("less of an event after publishing it");
            }
        } catch (InvalidEventException e) {
            Rejection.Reason reason = e.rejection().reason();
            if (reason != Rejection.Reason.UNKNOWN_WORD && reason != Rejection.Reason.NOT_IN_FEED) {
                throw new AssertionError("cannot be published: " + e.rejection(), e);
            }
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.copyOf(seeds);
    }
}
