package org.misconductmonitor.topology;

import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.privacy.FreeText;

/**
 * Decodes what reviewers did. What is no action, or lies where its alert cannot be, becomes a dead letter; whether an
 * action can be taken is not decided here.
 */
final class ReviewGate implements Processor<byte[], byte[], Object, Object> {
    private final int partitions;
    private final FreeText freeText;
    private final Deserializer<Object> deserializer;
    private final ReviewActionAvro avro = new ReviewActionAvro();
    private ProcessorContext<Object, Object> context;
    private Accounting accounting;

    /**
     * @param partitions of the topic of reviews
     * @param freeText what goes on of what reviewers write
     */
    ReviewGate(int partitions, Deserializer<Object> deserializer, FreeText freeText) {
        this.freeText = freeText;
        this.partitions = partitions;
        this.deserializer = deserializer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        accounting = new Accounting(processorContext.getStateStore(Names.ACCOUNTING));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        accounting.read(origin);
        try {
            ReviewAction action = check(origin).withTexts((name, text) -> freeText.kept(text));
            accounting.count(origin, Accounting.Outcome.ACCEPTED);
            context.forward(
                    new Record<>(action.home(), new LifeInput.Reviewed(action), record.timestamp()), Names.ALERT_LIVES);
        } catch (InvalidEventException e) {
            accounting.count(origin, e.rejection());
            context.forward(
                    DeadLetters.of(
                            freeText == FreeText.CLEAR || origin.value() == null ? origin : origin.withheld(),
                            e.rejection()),
                    Names.DEAD_LETTERS_SINK);
        }
    }

    private ReviewAction check(Origin origin) {
        if (origin.key() == null) {
            throw refused(Rejection.Reason.NULL_KEY);
        }
        ReviewAction action = avro.read(Decoding.decode(origin, deserializer));
        if (Stream.of(action.actionId(), action.alertId(), action.home().id()).anyMatch(id -> !EventCheck.isId(id))) {
            throw refused(Rejection.Reason.INVALID_ID);
        }
        if (!origin.hasKey(action.home().id())) {
            throw refused(Rejection.Reason.KEY_MISMATCH);
        }
        if (BuiltInPartitioner.partitionForKey(origin.key(), partitions) != origin.partition()) {
            throw refused(Rejection.Reason.WRONG_PARTITION);
        }
        return action;
    }

    private static InvalidEventException refused(Rejection.Reason reason) {
        return new InvalidEventException(reason, null);
    }
}
