package org.misconductmonitor.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.ReviewActionAvro;

/** Acts on some of the alerts that come, and sends some actions twice. */
final class HastyReviewer implements AutoCloseable {
    private static final int ONE_OF = 25;
    private static final List<ReviewAction.Kind> KINDS = List.of(
            ReviewAction.Kind.ACKNOWLEDGE,
            ReviewAction.Kind.START_REVIEW,
            ReviewAction.Kind.COMMENT,
            ReviewAction.Kind.CLOSE);

    private final Random random;
    private final String topic;
    private final AlertFeed alerts;
    private final KafkaProducer<String, Object> producer;
    private final ReviewActionAvro avro = new ReviewActionAvro();
    private int actions;

    HastyReviewer(Site site, long seed) {
        this.random = new Random(seed);
        this.topic = site.topic(MonitorTopic.REVIEWS);
        Map<String, Object> consumer = ClientProperties.consumer(site.config());
        this.alerts = new AlertFeed(
                consumer, site.topic(MonitorTopic.ALERTS), site.serdes().deserializer());
        this.producer = new KafkaProducer<>(
                ClientProperties.producer(site.config()),
                new StringSerializer(),
                site.serdes().serializer());
    }

    /** Looks at what has come since the last time. */
    void act() {
        for (Alert alert : alerts.poll(Duration.ofMillis(100))) {
            if (random.nextInt(ONE_OF) == 0) {
                send(action(alert), 1 + random.nextInt(2));
            }
        }
    }

    private void send(ReviewAction action, int times) {
        for (int i = 0; i < times; i++) {
            producer.send(new ProducerRecord<>(topic, action.home().id(), avro.write(action)));
        }
    }

    private ReviewAction action(Alert alert) {
        boolean ofOfficer = alert.home().equals(alert.subject());
        return new ReviewAction(
                "action-" + actions++,
                alert.alertId(),
                alert.revision(),
                ofOfficer ? alert.subject().id() : null,
                alert.tenantId(),
                KINDS.get(random.nextInt(KINDS.size())),
                LifeState.NO_ACTION_NEEDED,
                "seen",
                "words",
                null,
                null,
                null,
                "R1",
                Instant.now());
    }

    @Override
    public void close() {
        alerts.close();
        producer.close();
    }
}
