package org.misconductmonitor.topology;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.Vocabulary;
import org.misconductmonitor.privacy.FreeText;

/**
 * Decodes and checks every record on arrival. What passes goes on under its subject; what does not becomes a dead letter
 * with a reason. It decodes here, not in the source, so that bad bytes are counted in the same transaction as good ones.
 * A registry that is away stops the task instead: no good record is ever dead-lettered for it.
 */
final class Gate implements Processor<byte[], byte[], Object, Object> {
    private final Inspection inspection;
    private final FreeText freeText;
    private ProcessorContext<Object, Object> context;
    private Accounting accounting;

    /**
     * @param feeds which feed each source topic is
     * @param partitions of each of them
     * @param deserializer decodes the values
     * @param freeText what goes on of text in people's own words
     */
    Gate(Map<String, Feed> feeds, int partitions, Deserializer<Object> deserializer, FreeText freeText) {
        this.freeText = freeText;
        this.inspection = new Inspection(feeds, partitions, deserializer);
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        accounting = new Accounting(processorContext.getStateStore(Names.ACCOUNTING));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        Event event = null;
        Optional<Rejection> rejection;
        try {
            event = inspection.decode(origin);
            origin = origin.publishedBy(publisher(event));
            rejection = inspection.check(event, origin);
        } catch (InvalidEventException e) {
            rejection = Optional.of(e.rejection());
        }
        accounting.read(origin);
        if (rejection.isPresent()) {
            accounting.count(origin, rejection.get());
            context.forward(DeadLetters.of(kept(origin), rejection.get()), Names.DEAD_LETTERS_SINK);
        } else {
            if (Vocabulary.isForeign(event)) {
                accounting.count(origin, Accounting.Outcome.WITH_UNKNOWN_WORDS);
            }
            context.forward(
                    new Record<>(
                            event.subject(),
                            new Arrival.Published(freeText.kept(event), kept(origin)),
                            record.timestamp()),
                    Names.OFFICERS);
        }
    }

    /** For a dead letter: what could not be read may say anything. */
    private Origin kept(Origin origin) {
        return freeText == FreeText.CLEAR || origin.value() == null ? origin : origin.withheld();
    }

    private static String publisher(Event event) {
        String publisher = event.text(Field.PUBLISHER_ID);
        String source = publisher == null ? event.text(Field.SOURCE) : publisher;
        return source != null && EventCheck.isId(source) ? source : Origin.UNKNOWN_PUBLISHER;
    }
}
