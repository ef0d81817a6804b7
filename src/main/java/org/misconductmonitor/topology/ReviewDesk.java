package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Sends reviewers' actions to the monitor and reads what becomes of them: any thread may send, one may read. */
public final class ReviewDesk implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String reviews;
    private final ConfiguredSerdes serdes;
    private final Optional<TextSeal> seal;
    private final ClusterAnswers answers;
    private final KafkaConsumer<String, Object> outcomes;
    private final KafkaProducer<String, byte[]> producer;
    private final ReviewActionAvro actionAvro = new ReviewActionAvro();
    private final ReviewOutcomeAvro outcomeAvro = new ReviewOutcomeAvro();

    /**
     * Opens it: outcomes from now on are seen.
     *
     * @param seal seals what reviewers write, or empty if the site does not seal
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public ReviewDesk(
            TopicCatalog topics,
            Map<String, ?> producerConfig,
            Map<String, ?> consumerConfig,
            ConfiguredSerdes serdes,
            Optional<TextSeal> seal) {
        this.seal = seal;
        this.reviews = topics.name(MonitorTopic.REVIEWS);
        this.serdes = serdes;
        this.answers =
                new ClusterAnswers(String.valueOf(producerConfig.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)));
        Map<String, Object> reading = new HashMap<>(consumerConfig);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.outcomes = new KafkaConsumer<>(reading, new StringDeserializer(), serdes.deserializer());
        List<TopicPartition> partitions = Partitions.of(outcomes, topics.name(MonitorTopic.REVIEW_OUTCOMES), reading);
        outcomes.assign(partitions);
        outcomes.seekToEnd(partitions);
        partitions.forEach(outcomes::position);
        this.producer =
                new KafkaProducer<>(new HashMap<>(producerConfig), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends them in this order and waits for the monitor. An action that is not answered in time has been sent all the
     * same, and is judged when a monitor reads it.
     *
     * @return what became of those that were answered, by actionId
     * @throws ClusterException if one could not be sent; those before it were
     */
    public Map<String, ReviewOutcome> act(List<ReviewAction> actions, Duration patience) {
        send(actions);
        Map<String, ReviewOutcome> found = new HashMap<>();
        List<String> wanted = actions.stream().map(ReviewAction::actionId).toList();
        long end = System.nanoTime() + patience.toNanos();
        while (!found.keySet().containsAll(wanted) && System.nanoTime() < end) {
            read().stream()
                    .filter(outcome -> wanted.contains(outcome.actionId()))
                    .forEach(outcome -> found.putIfAbsent(outcome.actionId(), outcome));
        }
        return found;
    }

    /** What has become of actions, whoever sent them, since it was asked last; waits a moment if there is nothing. */
    public List<ReviewOutcome> read() {
        List<ReviewOutcome> read = new ArrayList<>();
        outcomes.poll(POLL).forEach(record -> read.add(outcomeAvro.read((IndexedRecord) record.value())));
        return read;
    }

    /**
     * Sends them in this order, and returns when the cluster has them.
     *
     * @throws ClusterException if one could not be sent; those before it were
     */
    public void send(List<ReviewAction> actions) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ReviewAction action : actions) {
            sent.add(producer.send(record(sealed(action))));
        }
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw answers.failure("send reviews", e);
            } catch (ExecutionException e) {
                throw answers.failure("send reviews", e.getCause());
            }
        }
    }

    /** Serializers are for one thread at a time. */
    private synchronized ProducerRecord<String, byte[]> record(ReviewAction action) {
        Headers headers = new RecordHeaders();
        byte[] value = serdes.serializer().serialize(reviews, headers, actionAvro.write(action));
        return new ProducerRecord<>(reviews, null, action.home().id(), value, headers);
    }

    private ReviewAction sealed(ReviewAction action) {
        return seal.isEmpty()
                ? action
                : action.withTexts((name, text) -> seal.get().seal(action.home(), action.alertId(), name, text));
    }

    @Override
    public void close() {
        outcomes.close();
        producer.close();
    }
}
