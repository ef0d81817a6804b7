package org.misconductmonitor.topology;

import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.privacy.FreeText;

/**
 * Decodes what reviewers did. What is no action, or lies where its alert cannot be, becomes a dead letter; whether an
 * action can be taken is not decided here.
 */
final class ReviewGate extends CheckedGate<ReviewAction> {
    private final int partitions;
    private final FreeText freeText;
    private final Deserializer<Object> deserializer;
    private final ReviewActionAvro avro = new ReviewActionAvro();

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
    ReviewAction check(Origin origin) {
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
        return action.withTexts((name, text) -> freeText.kept(text));
    }

    @Override
    void admit(ReviewAction action, long timestamp) {
        context().forward(new Record<>(action.home(), new LifeInput.Reviewed(action), timestamp), Names.ALERT_LIVES);
    }

    @Override
    Origin letter(Origin refused) {
        return freeText == FreeText.CLEAR || refused.value() == null ? refused : refused.withheld();
    }
}
