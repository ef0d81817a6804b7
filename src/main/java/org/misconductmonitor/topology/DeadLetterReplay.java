package org.misconductmonitor.topology;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.misconductmonitor.event.Rejection;

/**
 * Publishes dead letters again, each exactly once, however often it is asked. A note goes into the dead-letter topic in
 * the same transaction as the records; and because all replays of an application have one transactional id, an earlier
 * one that still runs is shut out before the notes are read. Notes name single records, so that those not chosen stay.
 */
public final class DeadLetterReplay implements AutoCloseable {
    private final String deadLetters;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * Shuts out replays that run already. Read the book after that.
     *
     * @param properties of a producer
     * @throws ClusterException if no broker answers in time
     */
    public DeadLetterReplay(TopicCatalog topics, Map<String, ?> properties, String applicationId) {
        this.deadLetters = topics.name(MonitorTopic.DEAD_LETTERS);
        Properties config = new Properties();
        config.putAll(properties);
        Transactions.configure(config, TransactionalIds.replay(applicationId));
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_OUTPUT_BYTES);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (TimeoutException e) {
            producer.close();
            throw new ClusterAnswers(String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)))
                    .failure("publish dead letters again", e);
        }
    }

    /**
     * Publishes original keys, values and headers into the partitions they came from, and what lay in a wrong one into the
     * right one: all of the letters or none. Does nothing for no letters.
     *
     * @param letters of the book, not replayed yet and replayable
     * @throws ClusterException if the cluster does not say in time whether it took them
     */
    public void replay(DeadLetterBook book, List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        Set<String> chosen = letters.stream().map(DeadLetter::position).collect(Collectors.toSet());
        producer.beginTransaction();
        try {
            book.contents(letter -> chosen.contains(letter.position()), this::send);
        } catch (RuntimeException e) {
            abort(e);
            throw e;
        }
        commit();
    }

    private void commit() {
        try {
            producer.commitTransaction();
        } catch (TimeoutException e) {
            throw new ClusterException(
                    "the cluster did not say in time whether the dead letters are published again: run this once more, none"
                            + " is published twice",
                    e);
        } catch (RuntimeException e) {
            abort(e);
            throw e;
        }
    }

    private void send(DeadLetter letter) {
        producer.send(new ProducerRecord<>(
                letter.source().topic(),
                partition(letter),
                null,
                letter.key(),
                letter.value(),
                DeadLetters.original(letter.headers())));
        producer.send(
                new ProducerRecord<>(deadLetters, letter.partition(), null, null, null, DeadLetters.replayed(letter)));
    }

    /** Null: where the key belongs. What lay elsewhere would only die again there. */
    private static Integer partition(DeadLetter letter) {
        boolean misplaced = letter.reason().equals(Rejection.Reason.WRONG_PARTITION.name());
        return misplaced ? null : Integer.valueOf(letter.source().partition());
    }

    private void abort(RuntimeException cause) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
