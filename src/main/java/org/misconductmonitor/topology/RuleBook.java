package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.topology.serdes.DecodeFailure;

/** What has been published of rules: the last good version of each, as the monitor takes them. */
public final class RuleBook {
    private final Map<String, RuleVersion> latest = new TreeMap<>();
    private final Set<String> uneven = new TreeSet<>();

    private RuleBook() {}

    /**
     * Reads the topic.
     *
     * @param properties of a consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public static RuleBook read(TopicCatalog topics, Map<String, ?> properties, Deserializer<Object> deserializer) {
        Map<Integer, Map<String, RuleVersion>> partitions = new HashMap<>();
        String topic = topics.name(MonitorTopic.RULES);
        RuleVersionAvro avro = new RuleVersionAvro();
        try (TopicReader reader = new TopicReader(properties, topic)) {
            reader.partitions().forEach(partition -> partitions.put(partition, new TreeMap<>()));
            reader.readAll(record -> {
                RuleVersion version = good(record.key(), record.value(), topic, deserializer, avro);
                if (version != null) {
                    partitions.get(record.partition()).merge(version.ruleId(), version, RuleBook::following);
                }
            });
        }
        RuleBook book = new RuleBook();
        partitions.values().forEach(partition -> book.take(partition, partitions.values()));
        return book;
    }

    /** By id of the rule, those that are retired included, with the text they had last if it was published. */
    public Map<String, RuleVersion> latest() {
        return Map.copyOf(latest);
    }

    /** Rules that are not the same in every partition: somebody published them without this monitor's commands. */
    public Set<String> uneven() {
        return Set.copyOf(uneven);
    }

    /** Retiring a rule publishes no text: people still want to see what it was. */
    private static RuleVersion following(RuleVersion before, RuleVersion next) {
        return next.isRetired()
                ? new RuleVersion(
                        next.ruleId(),
                        next.version(),
                        next.status(),
                        before.yaml(),
                        next.publishedBy(),
                        next.publishedAt(),
                        next.comment())
                : next;
    }

    private void take(Map<String, RuleVersion> partition, Collection<Map<String, RuleVersion>> all) {
        partition.forEach((id, version) -> {
            latest.merge(id, version, (a, b) -> a.publishedAt().isBefore(b.publishedAt()) ? b : a);
            if (all.stream().anyMatch(other -> !version.equals(other.get(id)))) {
                uneven.add(id);
            }
        });
    }

    /** @return null for what the monitor makes a dead letter of */
    private static RuleVersion good(
            byte[] key, byte[] value, String topic, Deserializer<Object> deserializer, RuleVersionAvro avro) {
        try {
            RuleVersion version = avro.read(decode(value, topic, deserializer));
            PublishedRules.check(version);
            return key != null && version.ruleId().equals(new String(key, StandardCharsets.UTF_8)) ? version : null;
        } catch (InvalidEventException | RuleFileException e) {
            return null;
        }
    }

    private static Object decode(byte[] value, String topic, Deserializer<Object> deserializer) {
        try {
            return deserializer.deserialize(topic, value);
        } catch (RuntimeException e) {
            if (DecodeFailure.classify(e) instanceof DecodeFailure.Unavailable) {
                throw e;
            }
            return null;
        }
    }
}
