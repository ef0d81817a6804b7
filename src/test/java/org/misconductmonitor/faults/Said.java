package org.misconductmonitor.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.endtoend.RawRecords;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.ReviewActionAvro;
import org.misconductmonitor.topology.ReviewOutcomeAvro;

/**
 * All that a monitor was told and has said, as readers of committed records see it.
 *
 * @param input every record of an input topic, in the order of each partition
 * @param actions every action of a reviewer
 * @param revisions every revision of every alert, in the order of each partition
 * @param standing the table of the latest revisions
 * @param outcomes what became of actions
 * @param deadLetters where the records came from that became dead letters: topic-partition@offset
 * @param accounts by topic, partition and publisher, as the monitor tells them
 * @param statistics by id of the table, as the monitor tells them
 */
record Said(
        List<Arrived> input,
        List<ReviewAction> actions,
        List<Alert> revisions,
        List<Alert> standing,
        List<ReviewOutcome> outcomes,
        List<String> deadLetters,
        Map<String, Account> accounts,
        Map<String, JsonNode> statistics) {

    static List<ReviewAction> actions(Site site) {
        ReviewActionAvro avro = new ReviewActionAvro();
        return values(site, MonitorTopic.REVIEWS).stream().map(avro::read).toList();
    }

    static List<ReviewOutcome> outcomes(Site site) {
        ReviewOutcomeAvro avro = new ReviewOutcomeAvro();
        return values(site, MonitorTopic.REVIEW_OUTCOMES).stream()
                .map(value -> avro.read((IndexedRecord) value))
                .toList();
    }

    static List<String> deadLetters(Site site) {
        return RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS)).all().stream()
                .map(letter -> header(letter, DeadLetters.TOPIC) + "-" + header(letter, DeadLetters.PARTITION) + "@"
                        + header(letter, DeadLetters.OFFSET))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private static List<Object> values(Site site, MonitorTopic topic) {
        Deserializer<Object> deserializer = site.serdes().deserializer();
        List<Object> values = new ArrayList<>();
        RawRecords.of(site, site.topic(topic))
                .all()
                .forEach(record ->
                        values.add(deserializer.deserialize(record.topic(), record.headers(), record.value())));
        return values;
    }
}
